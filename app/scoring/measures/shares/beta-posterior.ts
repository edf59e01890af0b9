import { shareAboveHalf } from '../../share-above-half.ts'
import { betaQuantile } from '../distributions/beta.ts'

export interface BetaPosterior {
  mean: number
  low: number
  high: number
  /** How sure it is that more than half would say so. */
  aboveHalf: number
}

/**
 * What is known of a share after x of n said so, if before that Beta(a, b) was believed: Beta(x + a, n - x + b). With a + b = 4
 * and the company's share as its mean it draws the share of a small function towards that of the company, as much as four
 * people would. With nobody asked it is the belief itself.
 *
 * Source: Bayes 1763; Laplace 1774.
 *
 * @throws {RangeError} if x lies outside 0..n
 * @example betaPosterior(1, 1, { a: 1, b: 1 }).aboveHalf // => 0.75
 */
export function betaPosterior(
  x: number,
  n: number,
  prior: { a: number; b: number },
  confidence = 0.95,
): BetaPosterior {
  const a = x + prior.a
  const b = n - x + prior.b
  const tail = (1 - confidence) / 2
  return {
    aboveHalf: shareAboveHalf(x, n, prior),
    mean: a / (a + b),
    low: betaQuantile(tail, a, b),
    high: betaQuantile(1 - tail, a, b),
  }
}
