import { mean } from 'd3-array'
import type { RatingMatrix } from '../rating/complete-rows.ts'
import { categoryWeights, creditByCategory } from './category-weights.ts'
import { type ItemCounts, ratingTable } from './rating-table.ts'

/**
 * Credit that pairs of people earn on one item, as a share of full credit: unweighted, the share of pairs who gave the same
 * rating. Null below two ratings.
 *
 * @example pairwiseCredit([[1, 0], [0, 1]], { counts: [2, 1], n: 3 }) // => 0.3333333333333333
 */
export function pairwiseCredit(
  weights: readonly (readonly number[])[],
  { counts, n }: ItemCounts,
): number | null {
  if (n < 2) return null
  const credits = creditByCategory(weights, counts)
  const pairs = counts.reduce((sum, count, category) => sum + count * ((credits[category] as number) - 1), 0)
  return pairs / (n * (n - 1))
}

/**
 * Percent agreement: the share of pairs of people who gave an item the same rating, averaged over the items with two ratings
 * or more. 1: all the same. 0: no two alike. It knows nothing of chance: on two options, tossing coins gives one half. Null
 * if no item has two ratings.
 *
 * Source: Fleiss 1971, the observed part of his kappa; Gwet 2014 for missing ratings.
 *
 * @example percentAgreement([[1, 2], [1, 1], [1, 1]], 2) // => 0.6666666666666666
 */
export function percentAgreement(ratings: RatingMatrix, categories: number): number | null {
  const weights = categoryWeights('unweighted', categories)
  return mean(ratingTable(ratings, categories), (item) => pairwiseCredit(weights, item)) ?? null
}
