import type { Band, Range } from './round-scores.ts'

/** Agreement in whole points of 100 from which a band begins. Provisional until some thirty real teams have been seen. */
export const MIXED_FROM = 30
export const ALIGNED_FROM = 46

/** The figure and its chance line are reckoned in different ways; equal ones may differ in the last digits. */
const ROUNDING = 1e-9

const ORDER = ['divergent', 'mixed', 'aligned'] as const

/**
 * What may be written of an agreement figure. 0 to 29 of 100: divergent; 30 to 45: mixed; from 46: aligned; carried over
 * from the r_wg conventions. A band is written only if the 90 % range touches no more than that band and one neighbour,
 * otherwise the range is too wide. What random answers would often reach cannot be told from random answers: a figure
 * below the chance line, and a mean of several items whose range reaches down to 0.
 *
 * Source: LeBreton & Senter 2008 for the conventions, translated from r_wg (roughly S = 1 - sqrt(1 - r_wg)).
 *
 * @example bandOf({ s: 0.2, items: 4, range90: [0.03, 0.31], chanceLine: 0.1 }) // => 'divergent'
 */
export function bandOf(agreement: {
  s: number
  items: number
  range90: Range | null
  chanceLine: number | null
}): Band {
  const { s, items, range90, chanceLine } = agreement
  if (!range90) return 'too-wide'
  const [low, high] = range90
  if (chanceLine === null || s < chanceLine - ROUNDING || (items > 1 && low <= 0)) return 'like-random'
  return rankOf(high) - rankOf(low) > 1 ? 'too-wide' : (ORDER[rankOf(s)] as Band)
}

/** An agreement figure as it is shown: whole points, nothing below 0. */
export function agreementPoints(s: number): number {
  return Math.round(100 * Math.max(0, s))
}

function rankOf(s: number): number {
  const points = agreementPoints(s)
  return points >= ALIGNED_FROM ? 2 : points >= MIXED_FROM ? 1 : 0
}
