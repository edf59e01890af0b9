/** Coefficients 1 / (2k (2k - 1)) x Bernoulli number B_2k of Stirling's series. */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188]
const FAR_ENOUGH = 15

/**
 * Natural logarithm of the gamma function for x above 0: ln of (x - 1)! for whole x. Stirling's series from 15 up, where five
 * terms give double precision; below it the argument is shifted up by Gamma(x + 1) = x Gamma(x).
 *
 * Source: Abramowitz & Stegun 1964, 6.1.15 and 6.1.41.
 *
 * @throws {RangeError} unless x is above 0
 * @example logGamma(5) // => 3.1780538303479458 (the logarithm of 24)
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError('logGamma requires an argument above 0')
  let shift = 0
  let far = x
  for (; far < FAR_ENOUGH; far++) shift += Math.log(far)
  const series = STIRLING.reduce((sum, coefficient, k) => sum + coefficient / far ** (2 * k + 1), 0)
  return (far - 0.5) * Math.log(far) - far + Math.log(2 * Math.PI) / 2 + series - shift
}
