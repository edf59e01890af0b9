import { bisection } from './bisection.ts'
import { continuedFraction } from './continued-fraction.ts'
import { logGamma } from './log-gamma.ts'

/**
 * Share of a beta distribution below x: the regularised incomplete beta function I_x(a, b). Behind the posterior of a share,
 * and behind Student's t and F.
 *
 * Source: Abramowitz & Stegun 1964, 26.5.8, on the side of x where the fraction settles fast.
 *
 * @throws {RangeError} unless a and b are above 0
 * @example betaBelow(0.5, 2, 2) // => 0.5
 */
export function betaBelow(x: number, a: number, b: number): number {
  if (!(a > 0 && b > 0)) throw new RangeError('betaBelow requires a and b above 0')
  if (x <= 0) return 0
  if (x >= 1) return 1
  if (x > (a + 1) / (a + b + 2)) return 1 - betaBelow(1 - x, b, a)
  const logFront = logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x)
  return Math.exp(logFront) / (a * continuedFraction(1, (k) => [betaTerm(k, x, a, b), 1]))
}

function betaTerm(k: number, x: number, a: number, b: number): number {
  const m = Math.floor(k / 2)
  if (k % 2 === 0) return (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
  return (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
}

/**
 * The value below which a share of a beta distribution lies.
 *
 * Source: inverted by bisection.
 *
 * @throws {RangeError} unless a and b are above 0
 * @example betaQuantile(0.5, 3, 3) // => 0.5
 */
export function betaQuantile(share: number, a: number, b: number): number {
  if (share <= 0) return 0
  if (share >= 1) return 1
  return bisection((x) => betaBelow(x, a, b), share, 0, 1)
}
