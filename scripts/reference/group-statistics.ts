import { z } from 'zod'
import { dice } from '#app/scoring/dice.ts'
import { linearDistance } from '#app/scoring/linear-distance.ts'
import { brunnerMunzel } from '#app/scoring/measures/groups/brunner-munzel.ts'
import { cliffsDelta } from '#app/scoring/measures/groups/cliffs-delta.ts'
import { energyStatistic } from '#app/scoring/measures/groups/energy-statistic.ts'
import { fisherExact } from '#app/scoring/measures/groups/fisher-exact.ts'
import { gapExcess } from '#app/scoring/measures/groups/gap-excess.ts'
import { hodgesLehmann } from '#app/scoring/measures/groups/hodges-lehmann.ts'
import { mannWhitney } from '#app/scoring/measures/groups/mann-whitney.ts'
import { mannWhitneyExact } from '#app/scoring/measures/groups/mann-whitney-exact.ts'
import { permutationGap } from '#app/scoring/measures/groups/permutation-gap.ts'
import { totalVariation } from '#app/scoring/measures/groups/total-variation.ts'
import { wassersteinDistance } from '#app/scoring/measures/groups/wasserstein-distance.ts'
import { jaccard } from '#app/scoring/measures/lists/jaccard.ts'
import { randomFrom } from '#app/scoring/random.ts'
import { noParams, type Statistic, statistic, themes, twoGroups } from './statistic.ts'

const twoCounts = z.object({ x: z.array(z.number()), y: z.array(z.number()) })
const labels = z.union([z.number(), z.string(), themes])
const people = z.array(labels.nullable()).transform((all) => all.filter((one) => one !== null))
const anyAnswers = z.object({ x: people, y: people })
const limits = z.object({
  conf: z.number(),
  variance: z.enum(['unbiased', 'consistent']),
  df: z.enum(['t, n1+n2-2', 'normal']),
})

type Label = z.infer<typeof labels>
type Distance = (a: Label, b: Label) => number

const different: Distance = (a, b) => (a === b ? 0 : 1)
const GAP_DISTANCES: Record<string, Distance> = {
  'absolute difference in scale points': (a, b) => Math.abs((a as number) - (b as number)),
  'different = 1': different,
  '1 - Dice': (a, b) => 1 - dice(a as string[], b as string[]),
}
const gapDistance = z.object({ distance: z.enum(Object.keys(GAP_DISTANCES)) })
const testDistance = z.object({
  distance: z.enum(['likert', 'nominal', 'jaccard']),
  options: z.number().optional(),
})

function distanceOfTest({ distance, options }: z.infer<typeof testDistance>): Distance {
  if (distance === 'nominal') return different
  if (distance === 'jaccard') return (a, b) => 1 - jaccard(a as string[], b as string[])
  if (options === undefined) throw new RangeError('the number of options is missing')
  return (a, b) => linearDistance(a as number, b as number, options)
}

/** Statistics of two groups set against each other. */
export const GROUP_STATISTICS: Record<string, Statistic> = {
  cliffs_delta: statistic(twoGroups, limits, ({ x, y }, { conf, variance, df }) => {
    const distribution = df === 'normal' ? 'normal' : 'student'
    const result = cliffsDelta(x, y, { confidence: conf, variance, distribution })
    return {
      delta: result?.delta ?? null,
      lo: result?.low ?? null,
      hi: result?.high ?? null,
      variance: result?.variance ?? null,
    }
  }),
  mann_whitney_exact: statistic(twoGroups, noParams, ({ x, y }) => {
    const result = mannWhitneyExact(x, y)
    return { W: result?.u ?? null, p: result?.p ?? null }
  }),
  mann_whitney_normal: statistic(twoGroups, z.object({ continuity: z.literal(true) }), ({ x, y }) => {
    const result = mannWhitney(x, y)
    return { U: result?.u ?? null, p: result?.p ?? null }
  }),
  hodges_lehmann: statistic(twoGroups, noParams, ({ x, y }) => ({ value: hodgesLehmann(x, y) })),
  brunner_munzel: statistic(twoGroups, z.object({ distribution: z.literal('t') }), ({ x, y }) => {
    const result = brunnerMunzel(x, y)
    return { statistic: result?.statistic ?? null, p: result?.p ?? null }
  }),
  wasserstein1: statistic(twoGroups, noParams, ({ x, y }) => ({ value: wassersteinDistance(x, y) })),
  energy_v: statistic(twoGroups, noParams, ({ x, y }) => {
    const result = energyStatistic(x, y)
    return { v: result?.v ?? null, eStatistic: result?.statistic ?? null }
  }),
  energy_distance_scipy: statistic(twoGroups, noParams, ({ x, y }) => ({
    value: energyStatistic(x, y)?.root ?? null,
  })),
  gap_excess: statistic(anyAnswers, gapDistance, ({ x, y }, { distance }) => ({
    ...gapExcess(x, y, GAP_DISTANCES[distance] as Distance),
  })),
  permutation_gap_exact: statistic(anyAnswers, testDistance, ({ x, y }, params) => {
    const result = permutationGap(x, y, distanceOfTest(params), randomFrom(1))
    return { F: result?.f ?? null, R2: result?.r2 ?? null, p: result?.p ?? null }
  }),
  total_variation: statistic(twoCounts, noParams, ({ x, y }) => ({ value: totalVariation(x, y) })),
  fisher_exact: statistic(
    z.object({ table: z.tuple([z.array(z.number()), z.array(z.number())]) }),
    noParams,
    ({ table }) => ({ p: fisherExact(...table) }),
  ),
}
