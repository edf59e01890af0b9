import { sum } from 'd3-array'
import { normalAbove } from '../distributions/normal.ts'
import type { RatingMatrix } from '../rating/complete-rows.ts'
import { categoryWeights, creditByCategory, type Weighting } from './category-weights.ts'
import { type ChanceCorrected, chanceCorrected } from './chance-corrected.ts'
import { meanShares, ratingTable } from './rating-table.ts'

/**
 * Fleiss' kappa: agreement beyond what the same ratings would give if dealt out at random. 1: all the same on every item, and
 * not all in one category; 0: as by chance; below 0: less. It asks whether raters can tell the items apart. For leaders that
 * is the wrong thing to ask: if all agree on everything it is not defined (null), and near 0 if nearly all do. For theme coding.
 *
 * Source: Fleiss 1971; missing ratings, weights and error after Gwet 2014.
 *
 * @example fleissKappa([[1, 2], [1, 2]], 2, 'unweighted').value // => 1
 * @example fleissKappa([[4, 4], [4, 4]], 5, 'unweighted').value // => null
 */
export function fleissKappa(
  ratings: RatingMatrix,
  categories: number,
  weighting: Weighting,
): ChanceCorrected {
  const weights = categoryWeights(weighting, categories)
  const table = ratingTable(ratings, categories)
  const shares = meanShares(table)
  const credits = creditByCategory(weights, shares)
  const creditOf = (counts: readonly number[]) =>
    sum(counts, (count, category) => count * (credits[category] as number))
  return chanceCorrected(table, weights, {
    expected: creditOf(shares),
    ofItem: ({ counts, n }) => creditOf(counts) / n,
  })
}

/**
 * Is an unweighted kappa more than chance? z and its two-sided p under the hypothesis that it is 0, for complete ratings:
 * null with a gap, for one person, or if only one category occurs.
 *
 * Source: Fleiss, Nee & Landis 1979.
 *
 * @example fleissTest([[1, 2], [1, 2]], 2).z // => 1.4142135623730951
 */
export function fleissTest(ratings: RatingMatrix, categories: number): { z: number; p: number } | null {
  const kappa = fleissKappa(ratings, categories, 'unweighted').value
  const people = ratings.length
  const items = ratings[0]?.length ?? 0
  if (kappa === null || ratings.some((row) => row.includes(null))) return null
  const shares = meanShares(ratingTable(ratings, categories))
  const spread = sum(shares, (share) => share * (1 - share))
  const skew = sum(shares, (share) => share * (1 - share) * (1 - 2 * share))
  const variance = (2 * (spread ** 2 - skew)) / (spread ** 2 * items * people * (people - 1))
  const z = kappa / Math.sqrt(variance)
  return { z, p: 2 * normalAbove(Math.abs(z)) }
}
