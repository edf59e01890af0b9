import { givenValue } from '#app/answers/answer.ts'
import type { Item, Option } from '#app/questionnaire/instrument.ts'
import type { Measure } from './measure.ts'
import { PRIORITIES, STOPS } from './named-items.ts'
import { likelyCount } from './people-count.ts'
import type { LevelAnswers, RoundAnswers } from './round-answers.ts'
import type { Detail, RoundScores } from './round-scores.ts'
import { shownStrength, strengthOfMean } from './shown-mean.ts'

/**
 * Strength: is what a level says healthy? 0..100, apart from whether they agree on it. A rating: its mean on the healthy
 * polarity. A choice: the mean strength of the options chosen. Several options: the strength ticked, of all that could be.
 * An owner: the share who name a real role. What should stop: the share who can name something. Priorities, of the
 * department leads: how far they name the senior team's top three. Other lists, numbers and texts are neither healthy nor
 * unhealthy: null. Rounded and coded at its ends as a mean of ratings is.
 *
 * Source: this project's own; the checklist of constructs it follows is in the README.
 */
export function strengthOf(
  item: Item,
  answers: LevelAnswers,
  detail: Detail,
  round: RoundAnswers,
  coverage: RoundScores['coverage'],
): Measure | null {
  if (detail.kind === 'scale') return measured(strengthOfMean(detail.healthyMean), answers.n)
  const share = healthyShare(item, answers, detail, coverage)
  return share === null ? null : measured(shownStrength(share, answers.n, round.disclosure), answers.n)
}

function measured(value: number, n: number): Measure {
  return { kind: 'measured', value, n }
}

function healthyShare(
  item: Item,
  answers: LevelAnswers,
  detail: Detail,
  coverage: RoundScores['coverage'],
): number | null {
  if (detail.kind === 'owner') return 1 - likelyCount(detail.noRealOwner) / answers.n
  if (detail.kind === 'lines' && item.id === STOPS) return 1 - likelyCount(detail.nothing) / answers.n
  if (item.id === PRIORITIES && answers.level === 'department') {
    return meanOf(coverage.map(({ department }) => likelyCount(department) / department.of))
  }
  if (item.kind === 'choice') return meanOf(strengthsChosen(item.options, answers))
  if (item.kind === 'multi') return meanOf(sharesTicked(item.options, answers))
  return null
}

function strengthsChosen(options: readonly Option[], answers: LevelAnswers): number[] {
  return answers.answers.flatMap((answer) => {
    const chosen = givenValue(answer, 'choice')?.option
    return options.find(({ id }) => id === chosen)?.strength ?? []
  })
}

function sharesTicked(options: readonly Option[], answers: LevelAnswers): number[] {
  const most = options.reduce((sum, { strength }) => sum + (strength ?? 0), 0)
  if (most === 0) return []
  return answers.answers.flatMap((answer) => {
    const ticked = givenValue(answer, 'multi')?.options
    if (!ticked) return []
    return (
      options.reduce((sum, { id, strength }) => sum + (ticked.includes(id) ? (strength ?? 0) : 0), 0) / most
    )
  })
}

/** Summed from the smallest up, so that the order of the people cannot tip the rounding. */
function meanOf(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const sorted = [...values].sort((a, b) => a - b)
  return sorted.reduce((sum, value) => sum + value, 0) / sorted.length
}
