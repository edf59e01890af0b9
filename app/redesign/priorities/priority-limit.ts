import type { RoundScores } from '#app/scoring/round-scores.ts'

export const FEWEST_LIMIT = 3
const MOST_LIMIT = 5

/** How many outcomes come first, and why so many: the end of a sentence. */
export interface PriorityLimit {
  limit: number
  why: string
}

/**
 * As many as the senior leaders carry in their heads: the mean number of priorities that one of them names, between three and
 * five. Three where nothing is measured, and where there are too many already.
 */
export function priorityLimit(scores: RoundScores | null): PriorityLimit {
  const item = scores?.items.find(({ itemId }) => itemId === 'priorities')?.byLevel.senior
  const detail = item?.kind === 'measured' && item.detail.kind === 'lines' ? item.detail : null
  if (!scores || !detail)
    return { limit: FEWEST_LIMIT, why: 'as many as everybody can say without looking them up' }
  const { senior } = scores.overload
  if (senior.kind === 'measured' && senior.flagged)
    return { limit: FEWEST_LIMIT, why: 'the round shows more priorities than can be led' }
  const limit = Math.min(MOST_LIMIT, Math.max(FEWEST_LIMIT, Math.round(detail.meanLines)))
  return {
    limit,
    why: `a senior leader named ${detail.meanLines.toFixed(1)} in the round on average`,
  }
}
