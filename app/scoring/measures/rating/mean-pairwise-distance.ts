import type { Measure } from '../../measure.ts'

const FEWEST = 2

/**
 * How many scale points two people of the group lie apart, on average over all pairs of different people (Gini's mean
 * difference). 0: all the same. Up to K - 1, for two people at the two ends. The raw figure behind S: S is one minus it over
 * what chance would give. Unbiased at every group size. Missing ratings are left out; needs two.
 *
 * Sorted, the i-th smallest of n lies above i others and below n - 1 - i, so one pass does for all pairs.
 *
 * Source: Gini 1912.
 *
 * @example meanPairwiseDistance([1, 1, 5]) // => { kind: 'measured', value: 2.6666666666666665, n: 3 }
 */
export function meanPairwiseDistance(ratings: readonly (number | null)[]): Measure {
  const sorted = ratings.filter((rating) => rating !== null).sort((a, b) => a - b)
  const n = sorted.length
  if (n < FEWEST) return { kind: 'too-few', n, needed: FEWEST }
  const sum = sorted.reduce((total, rating, below) => total + rating * (2 * below - n + 1), 0)
  return { kind: 'measured', value: (2 * sum) / (n * (n - 1)), n }
}
