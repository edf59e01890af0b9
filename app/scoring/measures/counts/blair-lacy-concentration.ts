import { sum } from 'd3-array'
import type { TooFew } from '../../measure.ts'
import { cumulativeShares, NOBODY } from './cumulative-shares.ts'

export interface Concentration {
  kind: 'measured'
  /** l squared, 0..1. */
  squared: number
  /** Its root, 0..1: the distance itself. */
  root: number
  n: number
}

/**
 * How close ratings come to all lying on one point of an ordered scale, seen as the distance of the cumulative shares from
 * those of two even camps (Blair & Lacy's l^2). 1: all on one point. 0: half at each end. A flat spread over five points
 * gives .2. It drifts with the number of people. Needs one answer.
 *
 * Source: Blair & Lacy 2000, Sociological Methods & Research 28:251.
 *
 * @throws {RangeError} on fewer than two points
 * @example blairLacyConcentration([0, 0, 6, 0, 0]) // => { kind: 'measured', squared: 1, root: 1, n: 6 }
 */
export function blairLacyConcentration(counts: readonly number[]): Concentration | TooFew {
  const shares = cumulativeShares(counts)
  if (shares === null) return NOBODY
  const squared = (4 * sum(shares, (share) => (share - 0.5) ** 2)) / shares.length
  return { kind: 'measured', squared, root: Math.sqrt(squared), n: sum(counts) }
}
