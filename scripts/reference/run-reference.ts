import { group, max } from 'd3-array'
import { CHANCE_STATISTICS } from './chance-statistics.ts'
import { CHANGE_STATISTICS } from './change-statistics.ts'
import { CODER_STATISTICS } from './coder-statistics.ts'
import { COUNT_STATISTICS } from './count-statistics.ts'
import { GROUP_STATISTICS } from './group-statistics.ts'
import { INDEX_STATISTICS } from './index-statistics.ts'
import { judgeCase, type Verdict } from './judge-case.ts'
import { LIST_STATISTICS } from './list-statistics.ts'
import { RATING_STATISTICS } from './rating-statistics.ts'
import type { ReferenceCase } from './reference-file.ts'
import type { Statistic } from './statistic.ts'

/** Each statistic by its key in a reference file, as the project computes it. */
export const STATISTICS: ReadonlyMap<string, Statistic> = new Map(
  [
    RATING_STATISTICS,
    COUNT_STATISTICS,
    CODER_STATISTICS,
    LIST_STATISTICS,
    GROUP_STATISTICS,
    CHANCE_STATISTICS,
    CHANGE_STATISTICS,
    INDEX_STATISTICS,
  ].flatMap((family) => Object.entries(family)),
)

export interface ReferenceRun {
  /** What to print: a line a statistic, the cases that failed under it, and the sum last. */
  lines: string[]
  passed: number
  failed: number
}

/** Runs all cases, statistic by statistic in the order of the file. */
export function runReference(cases: readonly ReferenceCase[]): ReferenceRun {
  const byStatistic = [...group(cases, (one) => one.statistic)].map(([key, own]) => ({
    key,
    verdicts: own.map((one) => judgeCase(one, STATISTICS.get(key))),
  }))
  const verdicts = byStatistic.flatMap((one) => one.verdicts)
  const passed = verdicts.filter((verdict) => verdict.passed).length
  const failed = verdicts.length - passed
  const width = max(byStatistic, ({ key }) => key.length) ?? 0
  return {
    lines: [
      ...byStatistic.flatMap(({ key, verdicts }) => linesOf(key.padEnd(width), verdicts)),
      `${passed} passed, ${failed} failed`,
    ],
    passed,
    failed,
  }
}

function linesOf(key: string, verdicts: readonly Verdict[]): string[] {
  const failures = verdicts.filter((verdict) => !verdict.passed)
  const worst = max(verdicts, ({ error }) => error)
  const error = worst === undefined ? 'nothing to compare' : `worst relative error ${worst.toExponential(1)}`
  const tally = `${verdicts.length - failures.length} passed, ${failures.length} failed of ${verdicts.length}`
  return [`${key}  ${tally}; ${error}`, ...failures.map(({ id, reason }) => `  failed ${id}: ${reason}`)]
}
