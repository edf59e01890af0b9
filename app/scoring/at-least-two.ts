/**
 * How sure it is that two or more of several signals are present, given how sure each one is: one minus the chance of none
 * and of exactly one (Poisson-binomial). It takes the signals as independent once the shares are known; the same people
 * answer them all, so read .80 as rough. Fewer than two signals give 0.
 *
 * Source: Poisson 1837; the recursion is standard.
 *
 * @example atLeastTwo([1, 1, 0, 0]) // => 1
 * @example atLeastTwo([0.5, 0.5]) // => 0.25
 */
export function atLeastTwo(probabilities: readonly number[]): number {
  let none = 1
  let one = 0
  for (const probability of probabilities) {
    one = one * (1 - probability) + none * probability
    none *= 1 - probability
  }
  return Math.max(0, 1 - none - one)
}
