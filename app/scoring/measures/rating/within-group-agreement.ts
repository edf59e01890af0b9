import { variance } from 'd3-array'
import type { Measure } from '../../measure.ts'

/** Fewer ratings than this have no variance. */
const FEWEST = 2

/**
 * Within-group agreement on one rated item (r_wg): how much smaller the variance of the ratings is than that of random ones.
 * 1: everybody gave the same rating. 0: no more alike than chance, or less; what lies below is cut off, so it cannot tell
 * noise from camps and drifts upward in small groups. Being squared, it lets one dissenter decide; it stands in the appendix
 * beside S. `nullVariance` says what chance would do (null-variance.ts). Missing ratings are left out; needs two.
 *
 * Source: James, Demaree & Wolf 1984, 1993.
 *
 * @throws {RangeError} unless the null variance is above 0
 * @example withinGroupAgreement([4, 4, 5, 3], 2) // => { kind: 'measured', value: 0.6666666666666667, n: 4 }
 */
export function withinGroupAgreement(ratings: readonly (number | null)[], nullVariance: number): Measure {
  const agreement = untruncatedAgreement(ratings, nullVariance)
  return agreement.kind === 'measured' ? { ...agreement, value: Math.max(0, agreement.value) } : agreement
}

/**
 * The same without the cut (r*_wg): below 0 the group is more opposed than random answers, as two camps are. Its mean does
 * not depend on the size of the group. With the uniform null it is S with squared distances, which is Brennan and
 * Prediger's coefficient with quadratic weights.
 *
 * Source: Lindell & Brandt 1997; Lindell, Brandt & Whitney 1999.
 *
 * @throws {RangeError} unless the null variance is above 0
 * @example untruncatedAgreement([1, 5, 1, 5], 4) // => { kind: 'measured', value: -0.33333333333333326, n: 4 }
 */
export function untruncatedAgreement(ratings: readonly (number | null)[], nullVariance: number): Measure {
  if (!(nullVariance > 0)) throw new RangeError('agreement requires a null variance above 0')
  const given = ratings.filter((rating) => rating !== null)
  if (given.length < FEWEST) return { kind: 'too-few', n: given.length, needed: FEWEST }
  return { kind: 'measured', value: 1 - (variance(given) as number) / nullVariance, n: given.length }
}
