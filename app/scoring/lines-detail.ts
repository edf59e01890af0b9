import { givenValue } from '#app/answers/answer.ts'
import type { ItemOf } from '#app/questionnaire/instrument.ts'
import { effectiveThemes } from './effective-themes.ts'
import { meanOverlapOf } from './mean-overlap-of.ts'
import { isMeasured } from './measure.ts'
import { likelyCount, peopleCount } from './people-count.ts'
import { rankAgreement } from './rank-agreement.ts'
import type { LevelAnswers, RoundAnswers } from './round-answers.ts'
import type { Detail, ThemeMentions } from './round-scores.ts'

type LinesDetail = Extract<Detail, { kind: 'lines' }>

/** The themes one level named. Outside open mode a theme of one person is counted with the rest, never named. */
export function linesDetail(item: ItemOf<'lines'>, answers: LevelAnswers, round: RoundAnswers): LinesDetail {
  const { disclosure } = round
  const named = namedThemes(item, answers, round)
  const listed = named.filter(({ count }) => disclosure.open || count > 1)
  const numbers = answers.answers.flatMap((answer) => givenValue(answer, 'lines')?.lines.length ?? [])
  return {
    kind: 'lines',
    themes: listed.map(({ mentions }) => mentions).sort(byPeopleThenName),
    pooled: named.length - listed.length,
    distinct: named.length,
    ...overlapFigures(item, answers, disclosure.needed),
    meanLines: Math.round((10 * numbers.reduce((sum, number) => sum + number, 0)) / answers.n) / 10,
    nothing: peopleCount(numbers.filter((number) => number === 0).length, answers.n, disclosure),
  }
}

function namedThemes(
  item: ItemOf<'lines'>,
  { themes, names, n }: LevelAnswers,
  { themeNames, disclosure }: RoundAnswers,
): { count: number; mentions: ThemeMentions }[] {
  const ids = [...new Set(themes.flatMap((list) => list ?? []))]
  return ids.map((themeId) => {
    const people = themes.flatMap((list, person) => (list?.includes(themeId) ? [person] : []))
    const first = themes.filter((list) => list?.[0] === themeId).length
    return {
      count: people.length,
      mentions: {
        themeId,
        name: themeNames.get(themeId) ?? themeId,
        people: peopleCount(people.length, n, disclosure),
        first: item.ordered ? peopleCount(first, n, disclosure) : null,
        namedBy: disclosure.open ? people.flatMap((person) => names[person] ?? []).sort() : null,
      },
    }
  })
}

/** By the count as it is shown: what is coded must not be readable from the order either. */
function byPeopleThenName(a: ThemeMentions, b: ThemeMentions): number {
  const byPeople = likelyCount(b.people) - likelyCount(a.people)
  if (byPeople !== 0) return byPeople
  return `${a.name} ${a.themeId}` < `${b.name} ${b.themeId}` ? -1 : 1
}

type OverlapFigures = Pick<LinesDetail, 'effectiveThemes' | 'meanDice' | 'meanRbo' | 'fullRanking'>

function overlapFigures(item: ItemOf<'lines'>, answers: LevelAnswers, needed: number): OverlapFigures {
  const lists = answers.themes.filter((list): list is string[] => list !== null && list.length > 0)
  if (lists.length < needed) {
    return { effectiveThemes: null, meanDice: null, meanRbo: null, fullRanking: null }
  }
  return {
    effectiveThemes: effectiveThemes(lists),
    meanDice: meanOverlapOf(lists, false),
    meanRbo: item.ordered ? meanOverlapOf(lists, true) : null,
    fullRanking: item.ordered ? fullRanking(lists) : null,
  }
}

/** Where all put the same themes in order, how far the orders agree. */
function fullRanking(lists: readonly (readonly string[])[]): LinesDetail['fullRanking'] {
  const themes = [...new Set(lists.flat())]
  if (lists.some((list) => list.length !== themes.length)) return null
  const agreement = rankAgreement(lists.map((list) => themes.map((theme) => list.indexOf(theme))))
  if (!isMeasured(agreement) || agreement.meanSpearman === null) return null
  return { w: agreement.w, meanSpearman: agreement.meanSpearman }
}
