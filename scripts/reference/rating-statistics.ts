import { z } from 'zod'
import { aWg, aWgOfItems } from '#app/scoring/measures/rating/a-wg.ts'
import { averageDeviation, averageDeviationOfItems } from '#app/scoring/measures/rating/average-deviation.ts'
import { meanPairwiseDistance } from '#app/scoring/measures/rating/mean-pairwise-distance.ts'
import { standardDeviation } from '#app/scoring/measures/rating/standard-deviation.ts'
import {
  untruncatedAgreement,
  withinGroupAgreement,
} from '#app/scoring/measures/rating/within-group-agreement.ts'
import {
  agreementOfItems,
  untruncatedAgreementOfItems,
} from '#app/scoring/measures/rating/within-group-agreement-of-items.ts'
import { quartiles } from '#app/scoring/quartiles.ts'
import { figureOf, given, matrix, noParams, type Statistic, statistic, values } from './statistic.ts'

const nullModel = z.object({ nullVariance: z.number() })
const scale = z.object({ low: z.number(), high: z.number() })

/** Statistics of ratings on a scale, one item or several. */
export const RATING_STATISTICS: Record<string, Statistic> = {
  rwg: statistic(values, nullModel, (input, { nullVariance }) =>
    figureOf(withinGroupAgreement(input.values, nullVariance)),
  ),
  rwg_star: statistic(values, nullModel, (input, { nullVariance }) =>
    figureOf(untruncatedAgreement(input.values, nullVariance)),
  ),
  rwg_j: statistic(matrix, nullModel, (input, { nullVariance }) =>
    figureOf(agreementOfItems(input.matrix, nullVariance)),
  ),
  rwg_star_j: statistic(matrix, nullModel, (input, { nullVariance }) =>
    figureOf(untruncatedAgreementOfItems(input.matrix, nullVariance)),
  ),
  awg: statistic(values, scale, (input, ends) => figureOf(aWg(input.values, ends))),
  awg_j: statistic(matrix, scale, (input, ends) => figureOf(aWgOfItems(input.matrix, ends))),
  ad_mean: statistic(values, noParams, (input) => figureOf(averageDeviation(input.values, 'mean'))),
  ad_median: statistic(values, noParams, (input) => figureOf(averageDeviation(input.values, 'median'))),
  ad_mean_j: statistic(matrix, noParams, (input) => figureOf(averageDeviationOfItems(input.matrix, 'mean'))),
  ad_median_j: statistic(matrix, noParams, (input) =>
    figureOf(averageDeviationOfItems(input.matrix, 'median')),
  ),
  sd: statistic(values, noParams, (input) => figureOf(standardDeviation(input.values))),
  mean_pairwise_distance: statistic(values, noParams, (input) =>
    figureOf(meanPairwiseDistance(input.values)),
  ),
  quartiles: statistic(z.object({ values: given }), noParams, (input) => {
    if (input.values.length === 0) return { q1: null, median: null, q3: null, iqr: null }
    const { low, median, high } = quartiles(input.values)
    return { q1: low, median, q3: high, iqr: high - low }
  }),
}
