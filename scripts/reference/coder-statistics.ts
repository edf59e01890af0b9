import { z } from 'zod'
import { isMeasured } from '#app/scoring/measure.ts'
import { brennanPrediger } from '#app/scoring/measures/coders/brennan-prediger.ts'
import { fleissKappa, fleissTest } from '#app/scoring/measures/coders/fleiss-kappa.ts'
import { gwet } from '#app/scoring/measures/coders/gwet.ts'
import { intraclassCorrelation } from '#app/scoring/measures/coders/intraclass-correlation.ts'
import { kendallTest } from '#app/scoring/measures/coders/kendall-test.ts'
import { krippendorffAlpha } from '#app/scoring/measures/coders/krippendorff-alpha.ts'
import { krippendorffAlphaOfSets } from '#app/scoring/measures/coders/krippendorff-alpha-of-sets.ts'
import { percentAgreement } from '#app/scoring/measures/coders/pairwise-credit.ts'
import { rankAgreement } from '#app/scoring/rank-agreement.ts'
import { answers, ratings, type Statistic, statistic, themes } from './statistic.ts'

const categories = z.object({ categories: z.number() })
const weighted = categories.extend({
  weights: z.enum(['unweighted', 'linear', 'quadratic', 'ordinal']).default('unweighted'),
})
const level = z.object({ level: z.enum(['nominal', 'ordinal', 'interval', 'ratio']) })
const setDistance = z.object({ distance: z.enum(['jaccard', 'masi']) })

const gwetStatistic = statistic(ratings, weighted, (input, { categories, weights }) => ({
  ...gwet(input.ratings, categories, weights),
}))

/** Statistics of several people who rate, rank or code the same items. */
export const CODER_STATISTICS: Record<string, Statistic> = {
  krippendorff_alpha: statistic(ratings, level, (input, { level }) => ({
    value: krippendorffAlpha(input.ratings, level),
  })),
  krippendorff_alpha_sets: statistic(
    z.object({ units: z.array(z.array(themes.nullable())) }),
    setDistance,
    (input, { distance }) => ({ value: krippendorffAlphaOfSets(input.units, distance) }),
  ),
  gwet_ac1: gwetStatistic,
  gwet_ac2: gwetStatistic,
  brennan_prediger: statistic(ratings, weighted, (input, { categories, weights }) => ({
    ...brennanPrediger(input.ratings, categories, weights),
  })),
  fleiss_kappa: statistic(ratings, weighted, (input, { categories, weights }) => ({
    ...fleissKappa(input.ratings, categories, weights),
    ...(fleissTest(input.ratings, categories) ?? { z: null, p: null }),
  })),
  percent_pairwise_agreement: statistic(ratings, categories, (input, { categories }) => ({
    value: percentAgreement(input.ratings, categories),
  })),
  icc_eta: statistic(
    z.object({ values: answers, groups: z.array(z.coerce.string()) }),
    z.object({}),
    (input) => {
      const { f, ...shares } = intraclassCorrelation(input.values, input.groups)
      return { ...shares, F: f }
    },
  ),
  kendall_w: statistic(z.object({ ratings: z.array(z.array(z.number())) }), z.object({}), (input) => {
    const things = input.ratings[0]?.length ?? 0
    const agreement = rankAgreement(input.ratings)
    if (!isMeasured(agreement)) {
      return { value: null, chisq: null, df: things - 1, p: null, friedmanChisq: null, meanSpearman: null }
    }
    const { chiSquare, df, p } = kendallTest(agreement.w, agreement.n, things)
    const { w, meanSpearman } = agreement
    return { value: w, chisq: chiSquare, df, p, friedmanChisq: chiSquare, meanSpearman }
  }),
}
