import { sum } from 'd3-array'
import { normalQuantile } from '../distributions/normal.ts'
import { studentLimit } from '../distributions/student-t.ts'
import { type Dominance, dominance } from './dominance.ts'

export interface DeltaOptions {
  /** Share of such limits that hold the true value. */
  confidence: number
  /** unbiased: Cliff's own. consistent: never below 0. */
  variance: 'unbiased' | 'consistent'
  /** What the limits are read from: Student's t with n1 + n2 - 2 degrees of freedom, or the normal distribution. */
  distribution: 'student' | 'normal'
}

export interface CliffsDelta {
  /** Share of pairs in which x is higher less share in which y is, -1..1. */
  delta: number
  /** Limits; null below two people in a group. */
  low: number | null
  high: number | null
  variance: number | null
}

const USUAL: DeltaOptions = { confidence: 0.95, variance: 'unbiased', distribution: 'student' }

/**
 * Which level rates higher, and how surely (Cliff's delta): take one person from each; how much more often is the first
 * higher than the second higher? 1: always; -1: never; 0: as often. It minds order only, so nothing is assumed of the steps of
 * the scale. Up to .147 is called negligible, to .33 small, to .474 medium (Romano et al. 2006).
 *
 * Where the groups do not overlap (delta 1 or -1) the variance would be 0; delta is then drawn in by one pair in n1 n2 for the
 * limits, and the limit on its own side stays at the end. Null if a group is empty.
 *
 * Source: Cliff 1993, 1996; Feng & Cliff 2004 for the limits.
 *
 * @example cliffsDelta([3, 5], [2, 4])?.delta // => 0.5
 */
export function cliffsDelta(
  x: readonly number[],
  y: readonly number[],
  options: Partial<DeltaOptions> = {},
): CliffsDelta | null {
  if (x.length === 0 || y.length === 0) return null
  const { confidence, variance: kind, distribution } = { ...USUAL, ...options }
  const pairs = dominance(x, y)
  const delta = pairs.higher - pairs.lower
  if (x.length < 2 || y.length < 2) return { delta, low: null, high: null, variance: null }
  const centre = Math.abs(delta) === 1 ? delta * (1 - 1 / (x.length * y.length)) : delta
  const variance = varianceOf(pairs, centre, kind)
  const reach =
    distribution === 'normal'
      ? normalQuantile((1 + confidence) / 2)
      : studentLimit(1 - confidence, x.length + y.length - 2)
  const rest = 1 - centre ** 2
  const noise = reach ** 2 * variance
  const half = Math.sqrt(noise * (rest ** 2 + noise))
  const limit = (side: number) => (centre * rest + side * half) / (rest + noise)
  return { delta, low: delta === -1 ? -1 : limit(-1), high: delta === 1 ? 1 : limit(1), variance }
}

function varianceOf(
  { ofX, ofY, higher, lower }: Dominance,
  centre: number,
  kind: DeltaOptions['variance'],
): number {
  const m = ofX.length
  const n = ofY.length
  const squaresX = sum(ofX, (share) => (share - centre) ** 2)
  const squaresY = sum(ofY, (share) => (share - centre) ** 2)
  const squares =
    m * n * (higher * (1 - centre) ** 2 + lower * (1 + centre) ** 2 + (1 - higher - lower) * centre ** 2)
  if (kind === 'unbiased') {
    const unbiased = (n ** 2 * squaresX + m ** 2 * squaresY - squares) / (m * n * (m - 1) * (n - 1))
    return Math.max(0, unbiased)
  }
  const parts =
    (n - 1) * (squaresX / (m - 1)) + (m - 1) * (squaresY / (n - 1)) + squares / ((m - 1) * (n - 1))
  return parts / (m * n)
}
