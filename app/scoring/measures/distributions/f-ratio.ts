import { betaBelow } from './beta.ts'

/**
 * Share of an F distribution above x, for a ratio of mean squares with these degrees of freedom.
 *
 * Source: Abramowitz & Stegun 1964, 26.6.2.
 *
 * @throws {RangeError} unless both degrees of freedom are above 0
 * @example fRatioAbove(1, 3, 3) // => 0.5
 */
export function fRatioAbove(x: number, dfAbove: number, dfBelow: number): number {
  return x <= 0 ? 1 : betaBelow(dfBelow / (dfBelow + dfAbove * x), dfBelow / 2, dfAbove / 2)
}
