import { mean, variance } from 'd3-array'
import type { Measure } from '../../measure.ts'
import { completeRows, itemsOf, type RatingMatrix } from './complete-rows.ts'

const FEWEST = 2

/**
 * Within-group agreement over several items that are meant to measure one thing (r_wg(j)). 1: everybody gave the same
 * rating, item by item. 0: no more alike than chance. It rises with the number of items at the same disagreement, by the
 * Spearman-Brown formula, so it must never go into an index; it is here for readers who know it. People with a gap are
 * left out; needs two who rated everything, and one item.
 *
 * Source: James, Demaree & Wolf 1984.
 *
 * @throws {RangeError} unless the null variance is above 0
 * @example agreementOfItems([[4, 5], [5, 5]], 2) // => { kind: 'measured', value: 0.9333333333333333, n: 2 }
 */
export function agreementOfItems(matrix: RatingMatrix, nullVariance: number): Measure {
  const single = untruncatedAgreementOfItems(matrix, nullVariance)
  if (single.kind !== 'measured') return single
  const items = matrix[0]?.length ?? 0
  const agreement = Math.max(0, single.value)
  return { ...single, value: (items * agreement) / (items * agreement + 1 - agreement) }
}

/**
 * Agreement over several items without the cut and without the rise by their number (r*_wg(j)): one minus the mean variance
 * of an item over the variance of random ratings. 1: the same ratings. 0: as random ones. Below 0: more opposed.
 *
 * Source: Lindell, Brandt & Whitney 1999.
 *
 * @throws {RangeError} unless the null variance is above 0
 * @example untruncatedAgreementOfItems([[1, 5], [5, 1]], 2) // => { kind: 'measured', value: -3, n: 2 }
 */
export function untruncatedAgreementOfItems(matrix: RatingMatrix, nullVariance: number): Measure {
  if (!(nullVariance > 0)) throw new RangeError('agreement requires a null variance above 0')
  const rows = completeRows(matrix)
  const variances = itemsOf(rows).map((ratings) => variance(ratings))
  const meanVariance = mean(variances)
  if (rows.length < FEWEST || meanVariance === undefined) {
    return { kind: 'too-few', n: rows.length, needed: FEWEST }
  }
  return { kind: 'measured', value: 1 - meanVariance / nullVariance, n: rows.length }
}
