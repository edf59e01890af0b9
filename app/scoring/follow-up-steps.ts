import type { Level } from '#app/questionnaire/instrument.ts'
import { answersOfRound } from './round-answers.ts'
import type { ScoreInput } from './score-input.ts'
import { type Steps, stepsOf, strictest } from './turnover.ts'

/** The steps that a round's own figures have to keep to where its readers know the earlier one, by the stricter rules of both. */
export function followUpSteps(first: ScoreInput, second: ScoreInput): Record<Level, Steps> {
  const round = strictest(first.round, second.round)
  const answers = {
    first: answersOfRound({ ...first, round }),
    second: answersOfRound({ ...second, round }),
  }
  return { senior: stepsOf(answers, 'senior'), department: stepsOf(answers, 'department') }
}
