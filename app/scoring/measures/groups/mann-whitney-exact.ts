import { sum } from 'd3-array'
import { midRanks } from '../distributions/mid-ranks.ts'

/**
 * Could the higher ratings have come to these people by chance? Mann-Whitney's U with its exact two-sided p: the share of all
 * ways to hand out the labels of the two groups that set the rank sum as far from its mean as it is, or farther. Ties are taken
 * as they are. p is 1 if everybody gave the same answer. Null if a group is empty.
 *
 * Rank sums are counted and not listed: the ways to choose k of the people with a given sum, person by person. Ranks are
 * doubled so that mid-ranks are whole.
 *
 * Source: Wilcoxon 1945; Mann & Whitney 1947; the count after Streitberg & Röhmel 1986.
 *
 * @example mannWhitneyExact([3, 5], [2, 4]) // => { u: 3, p: 0.6666666666666666 }
 */
export function mannWhitneyExact(
  x: readonly number[],
  y: readonly number[],
): { u: number; p: number } | null {
  if (x.length === 0 || y.length === 0) return null
  const size = x.length
  const doubled = midRanks([...x, ...y]).map((rank) => 2 * rank)
  const observed = sum(doubled.slice(0, size))
  const middle = size * (doubled.length + 1)
  const chances = rankSumChances(doubled, size)
  const far = Math.abs(observed - middle)
  const p = sum(chances, (chance, rankSum) => (Math.abs(rankSum - middle) >= far ? chance : 0))
  return { u: observed / 2 - (size * (size + 1)) / 2, p: Math.min(1, p) }
}

/**
 * Chance of each sum of the ranks of `size` people drawn from all, by sum. After each person, row k holds the chance that k of
 * those seen were drawn, with this sum.
 */
function rankSumChances(ranks: readonly number[], size: number): Float64Array {
  const highest = sum([...ranks].sort((a, b) => b - a).slice(0, size))
  const rows = Array.from({ length: size + 1 }, () => new Float64Array(highest + 1))
  ;(rows[0] as Float64Array)[0] = 1
  ranks.forEach((rank, seen) => {
    const left = ranks.length - seen
    for (let k = Math.min(size, seen + 1); k >= 0; k--) {
      const row = rows[k] as Float64Array
      // Of those left, size - k are still to be drawn.
      const stays = Math.max(0, (left - size + k) / left)
      const fewer = k === 0 ? null : (rows[k - 1] as Float64Array)
      const drawn = (size - k + 1) / left
      for (let total = highest; total >= 0; total--) {
        const before = fewer === null || total < rank ? 0 : (fewer[total - rank] as number) * drawn
        row[total] = (row[total] as number) * stays + before
      }
    }
  })
  return rows[size] as Float64Array
}
