import type { Measure } from '../../measure.ts'

const FEWEST = 2

/**
 * How much two people of the group share, on average over all pairs of different people, by an overlap of two lists such as
 * Dice, Jaccard or RBO. 1: all name the same; 0: no two share anything. Empty lists are no answers and are left out; needs two.
 *
 * Source: mean over pairs (a U-statistic, Hoeffding 1948), unbiased at every group size.
 *
 * @example meanOverlap([['a'], ['a'], ['b']], (a, b) => a[0] === b[0] ? 1 : 0)
 * // => { kind: 'measured', value: 0.3333333333333333, n: 3 }
 */
export function meanOverlap<T>(
  lists: readonly (readonly T[])[],
  overlap: (a: readonly T[], b: readonly T[]) => number,
): Measure {
  const given = lists.filter((list) => list.length > 0)
  const n = given.length
  if (n < FEWEST) return { kind: 'too-few', n, needed: FEWEST }
  let sum = 0
  given.forEach((a, index) => {
    for (const b of given.slice(index + 1)) sum += overlap(a, b)
  })
  return { kind: 'measured', value: (2 * sum) / (n * (n - 1)), n }
}
