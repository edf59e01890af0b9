import { givenValue } from '#app/answers/answer.ts'
import type { Disclosure } from './disclosure.ts'
import { quartiles } from './quartiles.ts'
import type { LevelAnswers } from './round-answers.ts'
import type { Detail } from './round-scores.ts'
import { SOME } from './shown-mean.ts'

/** The numbers one level gave: their median, and where the middle half of them lies. */
export function numberDetail(
  answers: LevelAnswers,
  disclosure: Disclosure,
): Extract<Detail, { kind: 'number' }> {
  const { low, median, high } = quartiles(numbersOf(answers))
  const enough = disclosure.open || answers.n >= SOME
  return { kind: 'number', median, quartiles: enough ? [low, high] : null }
}

export function numbersOf(answers: LevelAnswers): number[] {
  return answers.answers.flatMap((answer) => givenValue(answer, 'number')?.number ?? [])
}
