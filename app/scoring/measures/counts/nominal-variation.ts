import { max, sum } from 'd3-array'
import type { TooFew } from '../../measure.ts'
import { pairMatch } from '../../pair-match.ts'
import { NOBODY } from './cumulative-shares.ts'

export interface NominalVariation {
  kind: 'measured'
  n: number
  /** Share of people on the option named most, 1/K..1. */
  modalShare: number
  /** Entropy in nats, 0..ln K. */
  shannon: number
  /** Entropy as a share of the widest, 0..1; null on a single option. */
  normalisedEntropy: number | null
  /** Options in play, read from the entropy: exp(shannon), 1..K. */
  hill1: number
  /** Chance that two draws with replacement differ: 1 - sum p^2. */
  simpson: number
  /** Share of pairs of different people with the same answer; null for one person. */
  pairMatch: number | null
  /** Index of qualitative variation: simpson as a share of the widest, 0..1; null on a single option. */
  iqv: number | null
  /** Deviation from the mode as a share of the widest, 0..1; null on a single option. */
  dm: number | null
}

/**
 * How evenly people spread over options that have no order, such as the owners of an outcome: concentration on one option
 * (modalShare), and the usual measures of variation, which are 0 when all name the same and 1 when every option is named
 * equally often. All but pairMatch drift with the number of people and are not compared between groups of different size.
 *
 * `counts`: people on each option, options nobody named included. Needs one answer.
 *
 * Source: Shannon 1948; Simpson 1949; Wilcox 1973 (iqv, dm); Hill 1973.
 *
 * @example nominalVariation([1, 1]).iqv // => 1
 * @example nominalVariation([8, 0, 0]).shannon // => 0
 */
export function nominalVariation(counts: readonly number[]): NominalVariation | TooFew {
  const n = sum(counts)
  const options = counts.length
  if (n === 0) return NOBODY
  const highest = max(counts) as number
  const shannon = entropy(counts)
  const simpson = 1 - sum(counts, (count) => (count / n) ** 2)
  const several = options > 1
  return {
    kind: 'measured',
    n,
    modalShare: highest / n,
    shannon,
    normalisedEntropy: several ? shannon / Math.log(options) : null,
    hill1: Math.exp(shannon),
    simpson,
    pairMatch: n < 2 ? null : pairMatch(counts, n),
    iqv: several ? (simpson * options) / (options - 1) : null,
    dm: several ? 1 - sum(counts, (count) => highest - count) / (n * (options - 1)) : null,
  }
}

/**
 * Entropy of a distribution in nats, from its counts: 0 when all lie on one option, ln K when they spread evenly over K.
 *
 * Source: Shannon 1948.
 *
 * @throws {RangeError} without an answer
 * @example entropy([3, 3]) // => 0.6931471805599453
 */
export function entropy(counts: readonly number[]): number {
  const n = sum(counts)
  if (n === 0) throw new RangeError('entropy requires at least one answer')
  // Taken from 0 so that one option alone gives 0 and not -0.
  return 0 - sum(counts, (count) => (count === 0 ? 0 : (count / n) * Math.log(count / n)))
}
