import { sum } from 'd3-array'
import { midRanks } from '../distributions/mid-ranks.ts'
import { normalAbove } from '../distributions/normal.ts'

export interface MannWhitney {
  /** Pairs in which x is higher, ties counted half: 0..n1 n2. */
  u: number
  /** Two-sided; null if everybody gave the same answer. */
  p: number | null
}

/**
 * Could the higher ratings have come to these people by chance? Mann-Whitney's U (Wilcoxon's rank sum) by the normal
 * approximation, with corrections for ties and for continuity. For groups too large to count out (mann-whitney-exact.ts);
 * rough below eight people in a group. Null if a group is empty.
 *
 * Source: Mann & Whitney 1947; correction for ties Lehmann 1975.
 *
 * @example mannWhitney([3, 5], [2, 4])?.u // => 3
 * @example mannWhitney([4, 4], [4, 4])?.p // => null
 */
export function mannWhitney(x: readonly number[], y: readonly number[]): MannWhitney | null {
  if (x.length === 0 || y.length === 0) return null
  const pairs = x.length * y.length
  const n = x.length + y.length
  const ranks = midRanks([...x, ...y])
  const u = sum(ranks.slice(0, x.length)) - (x.length * (x.length + 1)) / 2
  // The variance of the mid-ranks themselves holds the correction for ties.
  const spread = sum(ranks, (rank) => (rank - (n + 1) / 2) ** 2) / (n * (n - 1))
  if (spread === 0) return { u, p: null }
  const z = (Math.abs(u - pairs / 2) - 0.5) / Math.sqrt(pairs * spread)
  return { u, p: Math.min(1, 2 * normalAbove(z)) }
}
