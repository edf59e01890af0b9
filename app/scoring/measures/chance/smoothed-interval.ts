import type { TooFew } from '../../measure.ts'
import { type AnswerKind, agreementDistribution, type Chance } from './agreement-distribution.ts'
import { agreementOfAnswers } from './uniform-null.ts'

/** A cumulative probability this little below a level has reached it. */
const ROUNDING = 1e-12

export interface SmoothedInterval {
  kind: 'measured'
  n: number
  /** S of the group. */
  agreement: number
  low: number
  high: number
}

export interface SmoothingOptions {
  confidence: number
  /** Weight of the imaginary people who answer at random, in people. */
  imaginary: number
}

/**
 * How far S on one item might move if the same kind of people were asked again, without random numbers: n answers are redrawn
 * from the shares of the answers given, smoothed by one imaginary person who answers at random, and every outcome is counted.
 * The limits are widened where needed to hold S itself. All the same does not give the width 0.
 *
 * For one item alone. The report's ranges (redraw.ts) also serve means over items and lists, and leave out pairs of one person
 * with themselves; here equal answers are equal. Missing answers are left out; needs two. `answers`: 1..options.
 *
 * Source: Rubin 1981; Agresti & Coull 1998 for the imaginary person; exact enumeration.
 *
 * @example smoothedInterval([1, 1, 1, 1, 1], 2, 'nominal').low // => -0.2 (to 9 decimals)
 */
export function smoothedInterval(
  answers: readonly (number | null)[],
  options: number,
  kind: AnswerKind,
  { confidence, imaginary }: SmoothingOptions = { confidence: 0.95, imaginary: 1 },
): SmoothedInterval | TooFew {
  const agreement = agreementOfAnswers(answers, options, kind)
  if (agreement.kind !== 'measured') return agreement
  const { n, value } = agreement
  const shares = Array.from({ length: options }, (_, option) => {
    const given = answers.filter((answer) => answer === option + 1).length
    return (given + imaginary / options) / (n + imaginary)
  })
  const chances = agreementDistribution(kind, shares, n)
  return {
    kind: 'measured',
    n,
    agreement: value,
    low: Math.min(value, reachedAt(chances, (1 - confidence) / 2)),
    high: Math.max(value, reachedAt(chances, (1 + confidence) / 2)),
  }
}

/** The smallest value whose cumulative probability reaches a level. */
function reachedAt(chances: readonly Chance[], level: number): number {
  let cumulative = 0
  const reached = chances.find(({ probability }) => {
    cumulative += probability
    return cumulative >= level - ROUNDING
  })
  return (reached ?? (chances.at(-1) as Chance)).value
}
