import { chiSquareAbove } from '../distributions/chi-square.ts'

export interface KendallTest {
  /** m (n - 1) W for m people and n things: Friedman's statistic. */
  chiSquare: number
  df: number
  /** Chance of such a W or a higher one if everybody ranked at random. */
  p: number
}

/**
 * Could people who rank n things at random agree as much as these do? A test of Kendall's W (rank-agreement.ts) by the
 * chi-square approximation, which is the Friedman test. The approximation is rough below about eight things.
 *
 * Source: Friedman 1937; Kendall & Babington Smith 1939.
 *
 * @throws {RangeError} on fewer than two things
 * @example kendallTest(1, 2, 5).chiSquare // => 8
 */
export function kendallTest(w: number, people: number, things: number): KendallTest {
  if (things < 2) throw new RangeError('kendallTest requires two things or more')
  const df = things - 1
  const chiSquare = people * df * w
  return { chiSquare, df, p: chiSquareAbove(chiSquare, df) }
}
