import { DELIVERING, type Judged, judged } from './decision.ts'
import type { Movement } from './movement.ts'
import { behaviourIn, doneWord, hasQuantity, headNoun, isRate } from './nouns.ts'
import { is, isVerb, type Token } from './tokens.ts'

/** The kind of a line that starts with a noun: a result, a thing said to be there, or work. */
export function kindByNouns(tokens: readonly Token[], movement: Movement | null): Judged {
  if (movement?.kind === 'step' || movement?.kind === 'limit') return judged('outcome', 'measured-change')
  const behaving = behaviourIn(tokens)
  if (behaving) return judged('outcome', 'behaviour', { token: behaving, class: 'behaving' })
  const measured = tokens.some((token) => is(token, 'measures')) || isRate(tokens)
  const plainShare = movement === null || movement.kind === 'percent'
  const done = doneWord(tokens)
  if (done && plainShare) return judged('output', 'thing-delivered', { token: done, class: 'delivering' })
  const worked = workedWord(tokens)
  if (worked && !measured && plainShare)
    return judged('activity', 'work-done', { token: worked, class: 'doing' })
  if (movement) return judged('outcome', movement.kind === 'percent' ? 'measured-change' : 'direction')
  if (measured && hasQuantity(tokens)) return judged('outcome', 'measured-change')
  return bareNouns(tokens)
}

/** "200 managers trained": what says that work was done. */
function workedWord(tokens: readonly Token[]): Token | undefined {
  return tokens.find(
    (token, at) =>
      at > 0 && isVerb(token, ['doing'], ['done']) && !isVerb(token, [...DELIVERING, 'changing']),
  )
}

/** Nothing is said of the nouns: the kind is that of what they name. */
function bareNouns(tokens: readonly Token[]): Judged {
  if (is(headNoun(tokens), 'things')) return judged('output', 'thing-named')
  if (tokens.some((token) => is(token, 'work') || is(token, 'recurring')))
    return judged('activity', 'work-named')
  if (tokens.some((token) => is(token, 'things'))) return judged('output', 'thing-named')
  return judged('activity', 'topic')
}
