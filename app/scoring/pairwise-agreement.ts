import type { CodedAnswer, Comparison } from './comparison.ts'
import type { TooFew } from './measure.ts'
import { NOTHING, sumsOfPairs } from './pair-sums.ts'

/** Agreement of pairs of people, with the two mean distances that it is made of. */
export interface PairwiseAgreement {
  kind: 'measured'
  /** S = 1 - D / D0. */
  value: number
  /** People with an answer. */
  n: number
  /** D: mean distance over the pairs. */
  distance: number
  /** D0: mean distance of the same pairs if everybody had answered at random. */
  chanceDistance: number
}

/**
 * Agreement within one group, S = 1 - D / D0: take any two different people; how far apart are their answers, compared
 * with two people who answer at random? 1: all said the same. 0: no better than random answers. Below 0: more opposed
 * than random, as two camps are; a group of two can reach -1.5 on a five-point scale.
 *
 * It is a mean over pairs, so it does not drift with the size of the group (a U-statistic, Hoeffding 1948), and groups of
 * different size may be set side by side. Missing answers (null) are left out. Undefined below two answers.
 *
 * Source: Brennan & Prediger 1981; for two options Bennett, Alpert & Goldstein 1954; on scales after Finn 1970.
 *
 * @example pairwiseAgreement({ kind: 'linear', points: 5 }, [3, 3, 3, 3])
 * // => { kind: 'measured', value: 1, n: 4, distance: 0, chanceDistance: 0.4 }
 */
export function pairwiseAgreement(
  comparison: Comparison,
  answers: readonly (CodedAnswer | null)[],
): PairwiseAgreement | TooFew {
  const given = answers.filter((answer) => answer !== null)
  if (given.length < 2) return { kind: 'too-few', n: given.length, needed: 2 }
  return agreementOfPairs(comparison, given)
}

/**
 * Agreement across two groups: the same figure over all pairs of one person from each group. It is low where the groups
 * tell different stories, and also where one of them has no story of its own: read it beside the agreement within.
 *
 * @example acrossAgreement({ kind: 'match', options: 2, real: 2 }, [0, 0], [0, 1])
 * // => { kind: 'measured', value: 0, n: 4, distance: 0.5, chanceDistance: 0.5 }
 */
export function acrossAgreement(
  comparison: Comparison,
  answersA: readonly (CodedAnswer | null)[],
  answersB: readonly (CodedAnswer | null)[],
): PairwiseAgreement | TooFew {
  const givenA = answersA.filter((answer) => answer !== null)
  const givenB = answersB.filter((answer) => answer !== null)
  if (givenA.length === 0 || givenB.length === 0) {
    return { kind: 'too-few', n: givenA.length + givenB.length, needed: 2 }
  }
  return agreementOfPairs(comparison, givenA, givenB)
}

/** Over the pairs of one group, or of two: summed by answer, which comes to the same as going through the pairs. */
function agreementOfPairs(
  comparison: Comparison,
  given: readonly CodedAnswer[],
  others?: readonly CodedAnswer[],
): PairwiseAgreement | TooFew {
  const n = given.length + (others?.length ?? 0)
  const pairs = others ? given.length * others.length : (n * (n - 1)) / 2
  const { distance, chance } = sumsOfPairs(comparison, given, others)
  // Lists as long as the catalogue cannot differ, so that there is nothing to agree on.
  if (chance < NOTHING) return { kind: 'too-few', n, needed: n + 1 }
  return {
    kind: 'measured',
    value: 1 - distance / chance,
    n,
    distance: distance / pairs,
    chanceDistance: chance / pairs,
  }
}
