import { quantile } from './quartiles.ts'
import type { Range } from './round-scores.ts'

/** Below this many people no range is given. */
export const FEWEST_FOR_RANGE = 4

export interface PlausibleRanges {
  range90: Range | null
  range95: Range | null
}

export const NO_RANGE: PlausibleRanges = { range90: null, range95: null }

/**
 * How far a figure might move if the same kind of people were asked again: the middle 90 % (shown) and 95 % (to decide
 * with) of its redrawn values, widened where needed to hold the figure itself. It is about answer noise, not about people
 * who did not answer.
 *
 * A difference, such as the gap, is `centred`: the imaginary random person pulls differences towards 0, so the redrawn
 * values are shifted until their mean is the observed one.
 *
 * Source: percentile limits of Efron 1979, with the draws of redraw.ts.
 *
 * @example plausibleRanges([0.2, 0.4, 0.6], 0.9).range90 // => [0.22, 0.9]
 */
export function plausibleRanges(
  redrawn: ArrayLike<number>,
  observed: number,
  { centred = false } = {},
): PlausibleRanges {
  const sorted = Float64Array.from(redrawn).filter((value) => !Number.isNaN(value))
  if (sorted.length === 0) return NO_RANGE
  sorted.sort()
  const shift = centred ? observed - sorted.reduce((sum, value) => sum + value, 0) / sorted.length : 0
  const limits = (share: number): Range => [
    Math.min(observed, quantile(sorted, (1 - share) / 2) + shift),
    Math.max(observed, quantile(sorted, (1 + share) / 2) + shift),
  ]
  return { range90: limits(0.9), range95: limits(0.95) }
}
