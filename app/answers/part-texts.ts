import type { Item } from '#app/questionnaire/instrument.ts'
import type { Answer, Answers } from './answer.ts'

export interface PartedTexts {
  /** The answers without what was written freely. */
  answers: Answers
  /** What was written freely, by item. */
  texts: { itemId: string; answer: Answer }[]
}

/**
 * Takes the free texts out of answers that must be linked to nobody: somebody known by their style would otherwise give
 * away the ratings beside it. Lines stay, since the comparison of leads rests on whole lists.
 */
export function partTexts(items: readonly Item[], answers: Answers): PartedTexts {
  const parted: PartedTexts = { answers: {}, texts: [] }
  for (const item of items) {
    const answer = answers[item.id]
    if (!answer) continue
    const rest = withoutText(answer)
    if (rest !== answer) parted.texts.push({ itemId: item.id, answer })
    if (rest) parted.answers[item.id] = rest
  }
  return parted
}

/** The same answer where nothing was written; null where nothing but a text was given. */
function withoutText(answer: Answer): Answer | null {
  if (answer.state !== 'answered') return answer
  const { value } = answer
  if (value.kind === 'text') return null
  if (value.kind === 'choice' && value.text) return { state: 'answered', value: { ...value, text: '' } }
  if (value.kind === 'owner' && value.owner.kind === 'someone-else' && value.owner.text) {
    return { state: 'answered', value: { kind: 'owner', owner: { kind: 'someone-else', text: '' } } }
  }
  return answer
}
