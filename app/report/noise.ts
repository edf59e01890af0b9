import { LEVELS } from '#app/questionnaire/instrument.ts'
import { quantile } from '#app/scoring/quartiles.ts'
import type { RoundScores } from '#app/scoring/round-scores.ts'

/** A range of 90 of 100 redraws is 2 x 1.645 standard deviations wide; two figures differ by noise up to 2.77 of them. */
const NOISE_PER_WIDTH = 2.77 / (2 * 1.645)

/**
 * The smallest difference of a construct's agreement, in points of 100, that is more than noise between two groups of this
 * size: from the middle width of the plausible ranges. Null where there is no range.
 */
export function smallestDifference(scores: RoundScores): number | null {
  const widths = scores.constructs.flatMap(({ agreementByLevel }) =>
    LEVELS.flatMap((level) => {
      const agreement = agreementByLevel[level]
      const range = agreement.kind === 'measured' ? agreement.range90 : null
      return range ? [range[1] - range[0]] : []
    }),
  )
  if (widths.length === 0) return null
  const sorted = widths.toSorted((one, other) => one - other)
  return Math.round(100 * NOISE_PER_WIDTH * quantile(sorted, 0.5))
}
