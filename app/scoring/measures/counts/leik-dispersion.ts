import { sum } from 'd3-array'
import type { Measure } from '../../measure.ts'
import { cumulativeShares, NOBODY } from './cumulative-shares.ts'

/**
 * How far ratings spread over an ordered scale, without taking its steps for equal (Leik's D). 0: all on one point. 1: half
 * the people at each end. A flat spread over five points gives .6. One minus D is one minus twice the average deviation from
 * the median over K - 1, so it says the same as AD_Md. It drifts with the number of people. Needs one answer.
 *
 * Source: Leik 1966, Pacific Sociological Review 9:85.
 *
 * @throws {RangeError} on fewer than two points
 * @example leikDispersion([4, 0, 0, 0, 4]) // => { kind: 'measured', value: 1, n: 8 }
 */
export function leikDispersion(counts: readonly number[]): Measure {
  const shares = cumulativeShares(counts)
  if (shares === null) return NOBODY
  const value = (2 * sum(shares, (share) => Math.min(share, 1 - share))) / shares.length
  return { kind: 'measured', value, n: sum(counts) }
}
