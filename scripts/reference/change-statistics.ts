import { z } from 'zod'
import { pairedChange } from '#app/scoring/measures/change/paired-change.ts'
import { signTest } from '#app/scoring/measures/change/sign-test.ts'
import { answers, noParams, type Statistic, statistic } from './statistic.ts'

/** Statistics of the same people in two rounds. */
export const CHANGE_STATISTICS: Record<string, Statistic> = {
  paired_change: statistic(z.object({ before: answers, after: answers }), noParams, ({ before, after }) => {
    const { signedRankSum, ...change } = pairedChange(before, after)
    return { ...change, V: signedRankSum }
  }),
  mcnemar_exact: statistic(
    z.object({ yesToNo: z.number(), noToYes: z.number() }),
    noParams,
    ({ yesToNo, noToYes }) => ({ p: signTest(yesToNo, noToYes) }),
  ),
}
