import { sum } from 'd3-array'
import type { Comparison } from '../../comparison.ts'
import { exactChance } from '../../exact-chance.ts'
import type { TooFew } from '../../measure.ts'
import { pairwiseAgreement } from '../../pairwise-agreement.ts'
import type { AnswerKind } from './agreement-distribution.ts'

/** Agreements nearer than this are the same. */
const ROUNDING = 1e-9

export interface AgainstChance {
  kind: 'measured'
  n: number
  /** S of the group. */
  agreement: number
  /** Chance that n people who answer at random agree as much, or more; null where it takes too long to count out. */
  p: number | null
}

/**
 * Could people who answer at random agree as much as these? S on one item, with the exact chance that n answers drawn evenly
 * from the options reach it. Near 0: no accident. With 5 people even a unanimous yes or no comes about by coin-tossing in 1 case
 * of 16. Missing answers are left out; needs two.
 *
 * `answers`: points or options, 1..options.
 *
 * Source: Brennan & Prediger 1981 for S; exact enumeration.
 *
 * @example uniformNull([1, 1, 1, 1, 1], 2, 'nominal') // => { kind: 'measured', n: 5, agreement: 1, p: 0.0625 }
 */
export function uniformNull(
  answers: readonly (number | null)[],
  options: number,
  kind: AnswerKind,
): AgainstChance | TooFew {
  const agreement = agreementOfAnswers(answers, options, kind)
  if (agreement.kind !== 'measured') return agreement
  const { n, value } = agreement
  const reached = exactChance(comparisonOf(options, kind), n)?.filter(
    (chance) => chance.value >= value - ROUNDING,
  )
  const p =
    reached === undefined
      ? null
      : Math.min(
          1,
          sum(reached, ({ probability }) => probability),
        )
  return { kind: 'measured', n, agreement: value, p }
}

/**
 * S of answers coded 1..options: pairwiseAgreement on a scale or over options that are all real.
 *
 * @example agreementOfAnswers([3, 3], 5, 'linear').value // => 1
 */
export function agreementOfAnswers(answers: readonly (number | null)[], options: number, kind: AnswerKind) {
  const coded = answers.map((answer) => (answer === null ? null : answer - 1))
  return pairwiseAgreement(comparisonOf(options, kind), coded)
}

function comparisonOf(options: number, kind: AnswerKind): Comparison {
  return kind === 'linear' ? { kind: 'linear', points: options } : { kind: 'match', options, real: options }
}
