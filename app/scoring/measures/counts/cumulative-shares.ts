import { cumsum, sum } from 'd3-array'

/**
 * Shares of people at or below each point but the last, from the counts of the points in order; null without an answer. The
 * last share is always 1 and says nothing.
 *
 * @throws {RangeError} on fewer than two points, or a count below 0
 * @example cumulativeShares([2, 1, 1]) // => [0.5, 0.75]
 */
export function cumulativeShares(counts: readonly number[]): number[] | null {
  if (counts.length < 2) throw new RangeError('a distribution requires two points or more')
  if (counts.some((count) => !(count >= 0))) throw new RangeError('a count cannot be below 0')
  const total = sum(counts)
  return total === 0 ? null : Array.from(cumsum(counts.slice(0, -1)), (below) => below / total)
}

/** What a measure of a distribution says when nobody answered. */
export const NOBODY = { kind: 'too-few', n: 0, needed: 1 } as const
