import type { PrivacyMode } from '#app/rounds/round.ts'

/** What the consultant has released of one lead's own words. */
export interface ReleasedQuote {
  /** A hash that leads to nobody. */
  id: string
  /** Rule of the finding that the words are tied to. */
  ruleId: string
  extract: string
}

/** Words that may be offered to the consultant: of whom is not known here. */
export interface QuoteCandidate {
  id: string
  itemId: string
  text: string
}

/** Fewer people than this in a round, and a sentence gives its author away. */
export const QUOTE_GROUP = 8
export const QUOTES = { least: 6, most: 10 } as const

/** Why a round can have no quotes, in words; null where it can. */
export function noQuotesReason(round: {
  privacyMode: PrivacyMode
  smallestGroup: number
  submitted: number
}): string | null {
  if (round.privacyMode === 'unlinked')
    return 'This round is unlinked: nobody, you included, reads what a single person wrote. So there are no quotes to pick.'
  const needed = Math.max(QUOTE_GROUP, round.smallestGroup)
  if (round.privacyMode === 'confidential' && round.submitted < needed)
    return `Fewer than ${needed} people answered. In so small a group a sentence gives its author away: say it in words of your own.`
  return null
}
