import { rollup } from 'd3-array'
import { z } from 'zod'
import { isMeasured } from '#app/scoring/measure.ts'
import { jackknifeError } from '#app/scoring/measures/chance/jackknife.ts'
import { smoothedInterval } from '#app/scoring/measures/chance/smoothed-interval.ts'
import { uniformNull } from '#app/scoring/measures/chance/uniform-null.ts'
import { meanPairwiseDistance } from '#app/scoring/measures/rating/mean-pairwise-distance.ts'
import { betaPosterior } from '#app/scoring/measures/shares/beta-posterior.ts'
import { proportionIntervals } from '#app/scoring/measures/shares/proportion-interval.ts'
import { pairMatch } from '#app/scoring/pair-match.ts'
import { given, known, type Statistic, statistic, values } from './statistic.ts'

const options = z.object({ options: z.number(), weights: z.enum(['linear', 'nominal']) })
const smoothing = options.extend({ conf: z.number(), imaginary: z.number() })
const share = z.object({ x: z.number(), n: z.number() })

const FIGURES: Record<string, (people: readonly number[]) => number | null> = {
  mean_pairwise_distance: (people) => {
    const distance = meanPairwiseDistance(people)
    return isMeasured(distance) ? distance.value : null
  },
  pair_match: (people) => {
    const counts = rollup(
      people,
      (same) => same.length,
      (answer) => answer,
    )
    return people.length < 2 ? null : pairMatch([...counts.values()], people.length)
  },
}

/** Statistics that say how sure a figure is. */
export const CHANCE_STATISTICS: Record<string, Statistic> = {
  uniform_null_p: statistic(values, options, (input, { options, weights }) => {
    const { agreement = null, p = null } = known(uniformNull(input.values, options, weights))
    return { s: agreement, p }
  }),
  smoothed_interval: statistic(values, smoothing, (input, { options, weights, conf, imaginary }) => {
    const settings = { confidence: conf, imaginary }
    const interval = known(smoothedInterval(input.values, options, weights, settings))
    return { s: interval.agreement ?? null, lo: interval.low ?? null, hi: interval.high ?? null }
  }),
  jackknife_se: statistic(
    z.object({ values: given }),
    z.object({ of: z.enum(Object.keys(FIGURES)) }),
    (input, { of }) => {
      const figure = FIGURES[of] as (people: readonly number[]) => number | null
      return { value: figure(input.values), se: jackknifeError(input.values, figure) }
    },
  ),
  proportion_interval: statistic(share, z.object({ conf: z.number() }), ({ x, n }, { conf }) => {
    const intervals = proportionIntervals(x, n, conf)
    const [wilsonLo = null, wilsonHi = null] = intervals?.wilson ?? []
    const [clopperLo = null, clopperHi = null] = intervals?.clopperPearson ?? []
    const [jeffreysLo = null, jeffreysHi = null] = intervals?.jeffreys ?? []
    return { wilsonLo, wilsonHi, clopperLo, clopperHi, jeffreysLo, jeffreysHi }
  }),
  beta_posterior: statistic(
    share,
    z.object({ a: z.number(), b: z.number(), conf: z.number() }),
    ({ x, n }, { a, b, conf }) => {
      const { mean, low, high, aboveHalf } = betaPosterior(x, n, { a, b }, conf)
      return { mean, lo: low, hi: high, pAboveHalf: aboveHalf }
    },
  ),
}
