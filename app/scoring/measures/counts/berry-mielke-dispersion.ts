import { sum } from 'd3-array'
import type { Measure } from '../../measure.ts'
import { cumulativeShares, NOBODY } from './cumulative-shares.ts'

/**
 * Mean distance of pairs of people on an ordered scale as a share of the widest that this many people could reach (Berry &
 * Mielke's IOV). 0: all on one point. 1: as far apart as they can be, half at each end, or all but one half where their
 * number is odd. Needs two people: one alone cannot lie apart, and the widest is 0.
 *
 * With F_k people at or below point k, each cut between two points is crossed by F_k (n - F_k) pairs, so the cuts do for the
 * pairs.
 *
 * Source: Berry & Mielke 1992, Educational and Psychological Measurement 52:41.
 *
 * @throws {RangeError} on fewer than two points
 * @example berryMielkeDispersion([1, 0, 0, 0, 6]) // => { kind: 'measured', value: 0.5, n: 7 }
 */
export function berryMielkeDispersion(counts: readonly number[]): Measure {
  const shares = cumulativeShares(counts)
  const n = sum(counts)
  if (shares === null) return NOBODY
  if (n < 2) return { kind: 'too-few', n, needed: 2 }
  const apart = n ** 2 * sum(shares, (share) => share * (1 - share))
  const widest = ((n % 2 === 0 ? n ** 2 : n ** 2 - 1) * shares.length) / 4
  return { kind: 'measured', value: apart / widest, n }
}
