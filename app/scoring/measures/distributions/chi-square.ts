import { continuedFraction } from './continued-fraction.ts'
import { logGamma } from './log-gamma.ts'

/**
 * Share of a chi-square distribution above x, for `df` degrees of freedom: the upper regularised incomplete gamma function
 * Q(df / 2, x / 2). As a series where x is small, as a continued fraction elsewhere.
 *
 * Source: Abramowitz & Stegun 1964, 6.5.29 and 6.5.31.
 *
 * @throws {RangeError} unless df is above 0
 * @example chiSquareAbove(2, 2) // => 0.36787944117144233 (one over e)
 */
export function chiSquareAbove(x: number, df: number): number {
  if (!(df > 0)) throw new RangeError('chiSquareAbove requires degrees of freedom above 0')
  if (x <= 0) return 1
  const a = df / 2
  const z = x / 2
  const front = Math.exp(a * Math.log(z) - z - logGamma(a))
  if (z < a + 1) return 1 - front * series(a, z)
  return front / continuedFraction(z + 1 - a, (k) => [-k * (k - a), z + 2 * k + 1 - a])
}

/** 1/a + z/(a (a + 1)) + z^2/(a (a + 1) (a + 2)) + ..., until a further term changes nothing. */
function series(a: number, z: number): number {
  let term = 1 / a
  let sum = term
  for (let k = 1; term > sum * Number.EPSILON; k++) {
    term *= z / (a + k)
    sum += term
  }
  return sum
}
