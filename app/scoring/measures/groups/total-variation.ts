import { sum } from 'd3-array'

/**
 * How differently two groups spread over the same options: half the sum of the differences of their shares, which is the share
 * of people who would have to change their answer for both to look the same. 0: the same shares; 1: no option in common. Biased
 * upward in small groups. Null if a group has no answers.
 *
 * `x` and `y`: people on each option, the same options in the same order.
 *
 * Source: textbook.
 *
 * @throws {RangeError} if the groups do not have the same options
 * @example totalVariation([3, 3], [10, 2]) // => 0.33333333333333337
 */
export function totalVariation(x: readonly number[], y: readonly number[]): number | null {
  if (x.length !== y.length) throw new RangeError('totalVariation requires the same options in both groups')
  const totalX = sum(x)
  const totalY = sum(y)
  if (totalX === 0 || totalY === 0) return null
  return sum(x, (count, option) => Math.abs(count / totalX - (y[option] as number) / totalY)) / 2
}
