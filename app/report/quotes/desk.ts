import type { QuoteCandidate, ReleasedQuote } from './quote.ts'
import type { QuoteDesk } from './quote-bench.tsx'

interface Texts {
  candidates: readonly QuoteCandidate[]
  released: readonly ReleasedQuote[]
  wordings: Readonly<Record<string, string>>
}

/** The text that is on the desk: the one asked for, else the first. Null where there is none. */
export function deskOf({ candidates, released, wordings }: Texts, at: string | null): QuoteDesk | null {
  const found = candidates.findIndex(({ id }) => id === at)
  const index = Math.max(0, found)
  const candidate = candidates[index]
  if (!candidate) return null
  return {
    candidate,
    wording: wordings[candidate.itemId] ?? '',
    released: released.find(({ id }) => id === candidate.id) ?? null,
    place: index + 1,
    of: candidates.length,
    before: candidates[index - 1]?.id ?? null,
    after: candidates[index + 1]?.id ?? null,
  }
}
