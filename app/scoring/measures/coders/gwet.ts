import { sum } from 'd3-array'
import type { RatingMatrix } from '../rating/complete-rows.ts'
import { categoryWeights, type Weighting } from './category-weights.ts'
import { type ChanceCorrected, chanceCorrected } from './chance-corrected.ts'
import { meanShares, ratingTable } from './rating-table.ts'

/**
 * Agreement beyond chance where chance is only suspected of hard cases (Gwet's AC1 unweighted, AC2 weighted). 1: all the same;
 * 0: as by chance; below 0: less. It was made to stay high when nearly everybody picks one category, where kappa collapses;
 * chance is largest when the categories are used evenly. Null if no item has two ratings.
 *
 * Give the number of categories on offer, not of those that occur, or the value depends on what happened to be said.
 *
 * Source: Gwet 2008 (AC1), 2014 (AC2).
 *
 * @throws {RangeError} on fewer than two categories
 * @example gwet([[4, 4], [4, 4]], 5, 'unweighted').value // => 1
 */
export function gwet(ratings: RatingMatrix, categories: number, weighting: Weighting): ChanceCorrected {
  if (categories < 2) throw new RangeError('gwet requires two categories or more')
  const weights = categoryWeights(weighting, categories)
  const table = ratingTable(ratings, categories)
  const shares = meanShares(table)
  const factor = sum(weights.flat()) / (categories * (categories - 1))
  return chanceCorrected(table, weights, {
    expected: factor * sum(shares, (share) => share * (1 - share)),
    ofItem: ({ counts, n }) =>
      (factor * counts.reduce((total, count, k) => total + count * (1 - (shares[k] as number)), 0)) / n,
  })
}
