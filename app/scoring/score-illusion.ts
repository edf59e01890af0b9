import type { Level } from '#app/questionnaire/instrument.ts'
import { tooFew } from './disclosure.ts'
import type { TooFew } from './measure.ts'
import { ESTIMATES } from './named-items.ts'
import { numbersOf } from './number-detail.ts'
import { ownerCode, ownerOptions } from './owner-options.ts'
import { likelyCount, peopleCount } from './people-count.ts'
import { type LevelAnswers, type RoundAnswers, shownAnswers } from './round-answers.ts'
import type { Illusion } from './round-scores.ts'

/** What a level believes of its agreement (how many of ten would say the same), beside what its answers show. */
export function scoreIllusion(round: RoundAnswers, level: Level): (Illusion | TooFew)[] {
  const isAsked = (itemId: string) =>
    round.items.some(({ item }) => item.id === itemId && item.levels.includes(level))
  return ESTIMATES.filter(({ estimate, about }) => isAsked(estimate) && isAsked(about)).map(
    ({ estimate, about }) => illusionOf(round, level, estimate, about),
  )
}

function illusionOf(round: RoundAnswers, level: Level, estimate: string, about: string): Illusion | TooFew {
  const estimates = shownAnswers(round, estimate, level)
  const answers = shownAnswers(round, about, level)
  if (!estimates || !answers) return tooFew(round.people[level], round.disclosure)
  const numbers = numbersOf(estimates)
  return {
    kind: 'measured',
    itemId: estimate,
    n: estimates.n,
    perceived: tenths(numbers.reduce((sum, number) => sum + number, 0) / numbers.length),
    shown: tenths(10 * modalShare(answers, round)),
  }
}

/** Share of people who give the commonest answer: theme put first, or real role named. */
function modalShare(answers: LevelAnswers, round: RoundAnswers): number {
  const options = ownerOptions(round.roles)
  const given = answers.answers.flatMap((answer, person) => {
    const code = ownerCode(options, answer)
    const owner = code === null ? undefined : options[code]
    return (owner?.real ? owner.id : answers.themes[person]?.[0]) ?? []
  })
  const counts = [...new Set(given)].map((id) => given.filter((other) => other === id).length)
  const most = Math.max(0, ...counts)
  return likelyCount(peopleCount(most, answers.n, round.disclosure)) / answers.n
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10
}
