import { sum } from 'd3-array'
import { midRanks } from '../distributions/mid-ranks.ts'

/**
 * Could changes as one-sided as these be chance? Rank them by size, and hand out their signs by tossing coins: the share of
 * all ways to do so that set the sum of the ranks of the rises as far from its mean as it is, or farther (Wilcoxon's signed-rank
 * test, exact, two-sided). Changes of 0 are dropped first; equal sizes share their mean rank. p is 1 if nothing changed.
 *
 * Sums are counted and not listed, change by change, with the ranks doubled so that mid-ranks are whole.
 *
 * Source: Wilcoxon 1945; the count after Streitberg & Röhmel 1986.
 *
 * @example signedRankTest([1, 1, 0, 1, 1, 1]) // => { sum: 15, p: 0.0625 }
 */
export function signedRankTest(changes: readonly number[]): { sum: number; p: number } {
  const moved = changes.filter((change) => change !== 0)
  const doubled = midRanks(moved.map(Math.abs)).map((rank) => 2 * rank)
  const observed = sum(doubled, (rank, place) => ((moved[place] as number) > 0 ? rank : 0))
  const middle = sum(doubled) / 2
  const far = Math.abs(observed - middle)
  const p = sum(sumChances(doubled), (chance, total) => (Math.abs(total - middle) >= far ? chance : 0))
  return { sum: observed / 2, p: Math.min(1, p) }
}

/** Chance of each sum if each rank is counted or not by tossing a coin. */
function sumChances(ranks: readonly number[]): Float64Array {
  const highest = sum(ranks)
  const chances = new Float64Array(highest + 1)
  chances[0] = 1
  for (const rank of ranks) {
    for (let total = highest; total >= 0; total--) {
      const before = total < rank ? 0 : (chances[total - rank] as number)
      chances[total] = ((chances[total] as number) + before) / 2
    }
  }
  return chances
}
