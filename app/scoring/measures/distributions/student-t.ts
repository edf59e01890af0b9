import { betaBelow, betaQuantile } from './beta.ts'

/**
 * Share of Student's t distribution that lies as far from 0 as t or farther, on both sides.
 *
 * Source: Abramowitz & Stegun 1964, 26.7.1.
 *
 * @throws {RangeError} unless df is above 0
 * @example studentBeyond(1, 1) // => 0.5
 */
export function studentBeyond(t: number, df: number): number {
  return betaBelow(df / (df + t * t), df / 2, 0.5)
}

/**
 * The distance from 0 that only a share of Student's t distribution exceeds, counting both sides: .05 gives the value for
 * 95 % limits.
 *
 * @throws {RangeError} unless the share lies between 0 and 1
 * @example studentLimit(0.5, 1) // => 1
 */
export function studentLimit(share: number, df: number): number {
  if (!(share > 0 && share < 1)) throw new RangeError('studentLimit requires a share between 0 and 1')
  return Math.sqrt(df * (1 / betaQuantile(share, df / 2, 0.5) - 1))
}
