import { isMeasured, type Measure } from './measure.ts'
import type { AgreementResult, Quadrant } from './round-scores.ts'

/** From this strength of 100 a construct counts as strong: a mean rating of 3.4 of 5. The line of the rulebook, too. */
export const STRONG_FROM = 60

/**
 * Strength and agreement read together, never averaged: all may agree that nobody owns the outcome. High agreement is the
 * band "aligned", from 46 of 100, which answers to the customary r_wg of .70; "mixed" and "divergent" are low. Where the
 * band says neither, because the range is too wide or the figure cannot be told from random answers, there is no quadrant.
 *
 * Source: Harrison & Klein 2007 for keeping level and separation apart; the cut points are this project's own.
 *
 * @example STRONG_FROM // => 60
 */
export function quadrantOf(agreement: AgreementResult, strength: Measure): Quadrant | null {
  if (!isMeasured(agreement) || !isMeasured(strength)) return null
  if (agreement.band === 'too-wide' || agreement.band === 'like-random') return null
  const strong = strength.value >= STRONG_FROM
  if (agreement.band === 'aligned') return strong ? 'healthy' : 'shared-problem'
  return strong ? 'narrative-gap' : 'contested'
}
