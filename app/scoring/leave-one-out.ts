import type { CodedAnswer, Comparison } from './comparison.ts'
import { meetGroup, NOTHING, type PairSums, selfSums } from './pair-sums.ts'

type Answers = readonly (CodedAnswer | null)[]

/**
 * What a group's agreement would be without each of its people in turn, in the order of the people: how much does the
 * figure hang on any one of them? Without somebody who gave no answer it is the group's own. Null where too few are left to
 * compare.
 *
 * Source: the leave-one-out values of the jackknife (Quenouille 1949), used here to look for a change and not for a
 * standard error.
 *
 * @example agreementsWithout({ kind: 'linear', points: 5 }, [3, 3, 0]) // => [-0.875, -0.875, 1] (to 9 decimals)
 */
export function agreementsWithout(comparison: Comparison, answers: Answers): (number | null)[] {
  const given = answers.filter((answer) => answer !== null)
  const meet = meetGroup(comparison, given)
  const ofPerson = answers.map((answer) =>
    answer === null ? null : less(meet(answer), selfSums(comparison, answer)),
  )
  return withoutEach(ofPerson, scaled(sumOf(ofPerson), 0.5))
}

/**
 * The same across two groups: first without each person of the one, then without each of the other.
 *
 * @example agreementsAcrossWithout({ kind: 'match', options: 2, real: 2 }, [0, 1], [0])
 * // => [-1, 1, null]
 */
export function agreementsAcrossWithout(
  comparison: Comparison,
  answersA: Answers,
  answersB: Answers,
): (number | null)[] {
  const meetA = meetGroup(
    comparison,
    answersA.filter((answer) => answer !== null),
  )
  const meetB = meetGroup(
    comparison,
    answersB.filter((answer) => answer !== null),
  )
  const ofA = answersA.map((answer) => (answer === null ? null : meetB(answer)))
  const ofB = answersB.map((answer) => (answer === null ? null : meetA(answer)))
  const total = sumOf(ofA)
  return [...withoutEach(ofA, total), ...withoutEach(ofB, total)]
}

function withoutEach(ofPerson: readonly (PairSums | null)[], total: PairSums): (number | null)[] {
  return ofPerson.map((own) => {
    const { distance, chance } = own ? less(total, own) : total
    return chance < NOTHING ? null : 1 - distance / chance
  })
}

function sumOf(sums: readonly (PairSums | null)[]): PairSums {
  let distance = 0
  let chance = 0
  for (const own of sums) {
    distance += own?.distance ?? 0
    chance += own?.chance ?? 0
  }
  return { distance, chance }
}

function less(a: PairSums, b: PairSums): PairSums {
  return { distance: a.distance - b.distance, chance: a.chance - b.chance }
}

function scaled({ distance, chance }: PairSums, by: number): PairSums {
  return { distance: distance * by, chance: chance * by }
}
