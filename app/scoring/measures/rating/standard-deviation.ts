import { deviation } from 'd3-array'
import type { Measure } from '../../measure.ts'

const FEWEST = 2

/**
 * Standard deviation of the ratings, with n - 1: how far they typically lie from their mean, in scale points. 0: all the
 * same. At most half the scale, times the root of n / (n - 1). Squared inside, so that one far answer weighs heavily. Missing
 * ratings are left out; needs two.
 *
 * Source: textbook; the sum is d3-array's.
 *
 * @example standardDeviation([2, 4]) // => { kind: 'measured', value: 1.4142135623730951, n: 2 }
 */
export function standardDeviation(ratings: readonly (number | null)[]): Measure {
  const given = ratings.filter((rating) => rating !== null)
  if (given.length < FEWEST) return { kind: 'too-few', n: given.length, needed: FEWEST }
  return { kind: 'measured', value: deviation(given) as number, n: given.length }
}
