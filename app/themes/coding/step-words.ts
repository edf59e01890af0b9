import { counted } from '#app/rounds/count-words.ts'
import type { CodingAct } from './coding-step.ts'
import type { ItemCoding } from './item-coding.ts'

/** What a step did, said so that the button that undoes it can name it. */
export function stepWords(coding: ItemCoding, step: CodingAct): string {
  const name = (themeId: string | null) =>
    `“${shortened(coding.themes.find(({ id }) => id === themeId)?.name ?? '')}”`
  const lines = 'lineIds' in step ? counted(step.lineIds.length, 'line') : ''
  switch (step.kind) {
    case 'accept':
      return step.themeIds.length === 1
        ? `${name(step.themeIds[0] ?? null)} confirmed`
        : `${counted(step.themeIds.length, 'group')} confirmed`
    case 'reject':
      return `${name(step.themeId)} taken apart`
    case 'merge':
      return step.themeIds.length === 2
        ? `${name(step.themeIds[0] ?? null)} joined with ${name(step.themeIds[1] ?? null)}`
        : `${step.themeIds.length} themes merged`
    case 'apart':
      return `${name(step.themeIds[0])} and ${name(step.themeIds[1])} kept apart`
    case 'move':
      return `${lines} moved to ${step.themeId ? name(step.themeId) : `“${shortened(step.name)}”`}`
    case 'take-out':
      return `${lines} taken out`
    case 'split':
      return `${lines} split off`
    case 'rename':
      return 'names saved'
  }
}

const LONGEST = 40

function shortened(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).trimEnd()}…`
}
