import type { Range } from './round-scores.ts'
import { unsortedQuantiles } from './unsorted-quantiles.ts'

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
  const values = numbersIn(redrawn)
  if (values.length === 0) return NO_RANGE
  const shift = centred ? observed - values.reduce((sum, value) => sum + value, 0) / values.length : 0
  const [low95, low90, high90, high95] = unsortedQuantiles(values, [0.025, 0.05, 0.95, 0.975]).map(
    (value) => value + shift,
  ) as [number, number, number, number]
  return {
    range90: [Math.min(observed, low90), Math.max(observed, high90)],
    range95: [Math.min(observed, low95), Math.max(observed, high95)],
  }
}

/** A copy without NaN. */
function numbersIn(redrawn: ArrayLike<number>): Float64Array {
  const values = new Float64Array(redrawn.length)
  let count = 0
  for (let turn = 0; turn < redrawn.length; turn++) {
    const value = redrawn[turn] as number
    if (Number.isNaN(value)) continue
    values[count++] = value
  }
  return values.subarray(0, count)
}
