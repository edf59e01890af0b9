import { bisection } from './bisection.ts'
import { chiSquareAbove } from './chi-square.ts'

/** Beyond this many standard deviations nothing is left in double precision. */
const FARTHEST = 40

/**
 * Share of a standard normal distribution above z. z squared is chi-square with one degree of freedom, both tails of it.
 *
 * @example normalAbove(0) // => 0.5
 */
export function normalAbove(z: number): number {
  const tail = chiSquareAbove(z * z, 1) / 2
  return z >= 0 ? tail : 1 - tail
}

/**
 * The value of a standard normal distribution below which a share lies.
 *
 * Source: inverted by bisection.
 *
 * @throws {RangeError} unless the share lies between 0 and 1
 * @example normalQuantile(0.975) // => 1.959963984540054
 */
export function normalQuantile(share: number): number {
  if (!(share > 0 && share < 1)) throw new RangeError('normalQuantile requires a share between 0 and 1')
  if (share < 0.5) return -normalQuantile(1 - share)
  return bisection((z) => -normalAbove(z), share - 1, 0, FARTHEST)
}
