import { givenValue } from '#app/answers/answer.ts'
import type { ItemOf } from '#app/questionnaire/instrument.ts'
import type { Disclosure } from './disclosure.ts'
import { peopleCount } from './people-count.ts'
import type { LevelAnswers } from './round-answers.ts'
import type { Detail } from './round-scores.ts'
import { SOME, shownDistribution, shownMean } from './shown-mean.ts'

/** A rating as one level gave it. */
export function scaleDetail(
  item: ItemOf<'scale'>,
  answers: LevelAnswers,
  disclosure: Disclosure,
): Extract<Detail, { kind: 'scale' }> {
  const points = pointsOf(answers)
  const { n } = answers
  const mean = shownMean(
    points.reduce((sum, point) => sum + point, 0),
    n,
    disclosure,
  )
  const healthy = points.map((point) => (item.healthyEnd === 'high' ? point : 6 - point))
  const low = healthy.filter((point) => point <= 2).length
  const high = healthy.filter((point) => point >= 4).length
  return {
    kind: 'scale',
    mean: mean.text,
    healthyMean: item.healthyEnd === 'high' ? mean.value : tenths(6 - mean.value),
    distribution: shownDistribution(
      [1, 2, 3, 4, 5].map((at) => points.filter((point) => point === at).length),
    ),
    low: peopleCount(low, n, disclosure),
    high: disclosure.open || n >= SOME ? peopleCount(high, n, disclosure) : null,
    points: disclosure.open ? points.sort((a, b) => a - b) : null,
  }
}

function pointsOf(answers: LevelAnswers): number[] {
  return answers.answers.flatMap((answer) => givenValue(answer, 'scale')?.point ?? [])
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10
}
