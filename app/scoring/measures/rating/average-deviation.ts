import { mean, median } from 'd3-array'
import type { Measure } from '../../measure.ts'
import { completeRows, itemsOf, type RatingMatrix } from './complete-rows.ts'

/** What the deviations are taken from: the mean rating (AD_M) or the middle one (AD_Md). */
export type Centre = 'mean' | 'median'

const FEWEST = 2

/**
 * Average deviation (AD): how many scale points people lie from the middle of their group, on average. 0: all the same;
 * (K - 1) / 2: half the group at each end. The most readable of all: "0.6 points from the team's middle answer". Up to K / 6
 * is usually called agreement. It is biased low in small groups, so it is not compared between groups of different size.
 * Missing ratings are left out; needs two.
 *
 * Source: Burke, Finkelstein & Dusig 1999 (mean); Burke & Dunlap 2002 (median).
 *
 * @example averageDeviation([4, 4, 4, 1], 'median') // => { kind: 'measured', value: 0.75, n: 4 }
 */
export function averageDeviation(ratings: readonly (number | null)[], centre: Centre): Measure {
  const given = ratings.filter((rating) => rating !== null)
  if (given.length < FEWEST) return { kind: 'too-few', n: given.length, needed: FEWEST }
  const middle = (centre === 'mean' ? mean(given) : median(given)) as number
  const value = mean(given, (rating) => Math.abs(rating - middle)) as number
  return { kind: 'measured', value, n: given.length }
}

/**
 * Average deviation over several items: the mean of the items' own, over the people who rated all of them.
 *
 * Source: Burke, Finkelstein & Dusig 1999.
 *
 * @example averageDeviationOfItems([[1, 5], [5, 5]], 'mean') // => { kind: 'measured', value: 1, n: 2 }
 */
export function averageDeviationOfItems(matrix: RatingMatrix, centre: Centre): Measure {
  const rows = completeRows(matrix)
  const items = itemsOf(rows).map((ratings) => averageDeviation(ratings, centre))
  const value = mean(items, (item) => (item.kind === 'measured' ? item.value : undefined))
  if (value === undefined) return { kind: 'too-few', n: rows.length, needed: FEWEST }
  return { kind: 'measured', value, n: rows.length }
}
