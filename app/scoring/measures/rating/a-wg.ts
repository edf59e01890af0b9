import { mean, variance } from 'd3-array'
import { isMeasured, type Measure } from '../../measure.ts'
import { completeRows, itemsOf, type RatingMatrix } from './complete-rows.ts'

/** The ends of a rating scale. */
export interface Scale {
  low: number
  high: number
}

const FEWEST = 2

/**
 * Agreement against the widest spread that this mean allows (a_wg): a group whose mean lies near an end of the scale cannot
 * lie far apart, and gets no credit for that. 1: all the same. 0: half the widest spread. -1: as far apart as a group with
 * this mean can be.
 *
 * Where the mean lies so near an end that n people cannot reach the widest spread it is not defined; `needed` then says how
 * many people would do. Leaders rate high, so this happens just where it matters, which is why the report does not use it.
 * Missing ratings are left out; all at one end gives 1.
 *
 * Source: Brown & Hauenstein 2005.
 *
 * @throws {RangeError} if a rating is off the scale
 * @example aWg([4, 4, 5, 3, 4], { low: 1, high: 5 }) // => { kind: 'measured', value: 0.7333333333333334, n: 5 }
 * @example aWg([5, 5, 4], { low: 1, high: 5 }) // => { kind: 'too-few', n: 3, needed: 12 }
 */
export function aWg(ratings: readonly (number | null)[], { low, high }: Scale): Measure {
  const given = ratings.filter((rating) => rating !== null)
  const n = given.length
  if (given.some((rating) => rating < low || rating > high)) {
    throw new RangeError(`aWg requires ratings between ${low} and ${high}`)
  }
  if (n < FEWEST) return { kind: 'too-few', n, needed: FEWEST }
  const sum = given.reduce((total, rating) => total + rating, 0)
  const fromEnd = Math.min(sum - low * n, high * n - sum)
  if (fromEnd === 0) return { kind: 'measured', value: 1, n }
  if (fromEnd < high - low) return { kind: 'too-few', n, needed: Math.ceil(((high - low) * n) / fromEnd) }
  const middle = sum / n
  const widest = (((high + low) * middle - middle ** 2 - high * low) * n) / (n - 1)
  return { kind: 'measured', value: 1 - (2 * (variance(given) as number)) / widest, n }
}

/**
 * Mean a_wg of several items, over the people who rated all of them. Items whose own a_wg is not defined are left out;
 * if that leaves none it is not defined either.
 *
 * Source: Brown & Hauenstein 2005.
 *
 * @example aWgOfItems([[1, 5], [5, 1]], { low: 1, high: 5 }) // => { kind: 'measured', value: -1, n: 2 }
 */
export function aWgOfItems(matrix: RatingMatrix, scale: Scale): Measure {
  const rows = completeRows(matrix)
  const items = itemsOf(rows).map((ratings) => aWg(ratings, scale))
  const value = mean(items.filter(isMeasured), (item) => item.value)
  if (value !== undefined) return { kind: 'measured', value, n: rows.length }
  const needed = items.flatMap((item) => (isMeasured(item) ? [] : [item.needed]))
  return {
    kind: 'too-few',
    n: rows.length,
    needed: Math.min(...needed, ...(needed.length === 0 ? [FEWEST] : [])),
  }
}
