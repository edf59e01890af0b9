import { sum } from 'd3-array'
import type { RatingMatrix } from '../rating/complete-rows.ts'
import { categoryWeights, type Weighting } from './category-weights.ts'
import { type ChanceCorrected, chanceCorrected } from './chance-corrected.ts'
import { ratingTable } from './rating-table.ts'

/**
 * Agreement beyond what people would reach who rate at random over all categories (Brennan & Prediger's coefficient; for two
 * categories Bennett's S). 1: all the same; 0: as random ratings; below 0: more opposed. Its chance is fixed by the scale and
 * not read from the answers, so a team that agrees on everything gets 1. It is the report's S, here over several items and
 * with a choice of weights: on one item, linear weights give S itself and quadratic ones r*_wg with the uniform null. Null if
 * no item has two ratings.
 *
 * Source: Brennan & Prediger 1981; Bennett, Alpert & Goldstein 1954; weights and error after Gwet 2014.
 *
 * @throws {RangeError} on fewer than two categories
 * @example brennanPrediger([[1, 2], [1, 2]], 5, 'linear').value // => 1
 */
export function brennanPrediger(
  ratings: RatingMatrix,
  categories: number,
  weighting: Weighting,
): ChanceCorrected {
  if (categories < 2) throw new RangeError('brennanPrediger requires two categories or more')
  const weights = categoryWeights(weighting, categories)
  return chanceCorrected(ratingTable(ratings, categories), weights, {
    expected: sum(weights.flat()) / categories ** 2,
  })
}
