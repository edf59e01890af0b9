import type { ProposalQuestion, ProposedTheme, ThemeProposer } from './theme.ts'

/**
 * Groups lines that say the same words: letter case, punctuation, bullets and spacing do not count. It never joins
 * different wordings, so what it proposes is right, and most of the grouping is left to a person.
 */
export const wordingProposer: ThemeProposer = { id: 'wording/1', propose: proposeByWording }

function proposeByWording({ lines }: ProposalQuestion): ProposedTheme[] {
  const groups = new Map<string, { lineIds: string[]; name: string }>()
  for (const { id, text } of lines) {
    const wording = bareWording(text) || text
    const group = groups.get(wording) ?? { lineIds: [], name: text.trim() }
    group.lineIds.push(id)
    groups.set(wording, group)
  }
  return [...groups.values()].map((group) => ({ ...group, confidence: 1 }))
}

/**
 * The words of a line without case, accents of typography, bullets and punctuation.
 *
 * @example bareWording('• Keep  Customers!') // => 'keep customers'
 */
export function bareWording(text: string): string {
  return text
    .normalize('NFKC')
    .toLocaleLowerCase('en')
    .replace(/[^\p{L}\p{N}%+&]+/gu, ' ')
    .trim()
}
