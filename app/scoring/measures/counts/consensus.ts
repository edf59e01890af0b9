import { sum } from 'd3-array'
import type { Measure } from '../../measure.ts'
import { NOBODY } from './cumulative-shares.ts'

/**
 * Consensus of ratings by an entropy that minds their distance from the mean (Tastle & Wierman's Cns). 1: all on one point.
 * 0: half at each end. Its middle is arbitrary: a flat spread over five points gives .43, not 0, which is why the report
 * does not use it. Needs one answer.
 *
 * Source: Tastle & Wierman 2007, International Journal of Approximate Reasoning 45:531.
 *
 * @throws {RangeError} on fewer than two points
 * @example consensus([4, 0, 0, 0, 4]) // => { kind: 'measured', value: 0, n: 8 }
 */
export function consensus(counts: readonly number[]): Measure {
  if (counts.length < 2) throw new RangeError('consensus requires a scale of two points or more')
  const n = sum(counts)
  if (n === 0) return NOBODY
  const mean = sum(counts, (count, point) => count * point) / n
  const value = counts.reduce((total, count, point) => {
    if (count === 0) return total
    return total + (count / n) * Math.log2(1 - Math.abs(point - mean) / (counts.length - 1))
  }, 1)
  return { kind: 'measured', value, n }
}
