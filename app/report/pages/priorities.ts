import { lollipop } from '#app/charts/lollipop.ts'
import { inPlayWords } from '#app/diagnosis/in-play-words.ts'
import { capitalise, numberWord, tallyOf, tallyWords } from '#app/diagnosis/people-words.ts'
import { countInWords, likelyCount } from '#app/scoring/people-count.ts'
import type { Detail, LevelItemScore, RoundScores, ThemeMentions } from '#app/scoring/round-scores.ts'
import { figure, note, paragraph, said } from '../blocks.ts'
import type { Block, Sentence } from '../document.ts'
import type { PageResult, ReportInput } from '../report-input.ts'
import { agreementInWords, shownScore, tooFewWords } from '../shown.ts'

type Lines = Extract<Detail, { kind: 'lines' }>

/** Page 5: what the senior leaders put on their lists. */
export function prioritiesPage({ scores }: ReportInput): PageResult {
  const score = shownScore(scores, 'priorities', 'senior')
  const what = 'Priorities among the leaders'
  if (score?.detail.kind !== 'lines') return { what, why: tooFewWords(scores, 'senior leaders') }
  const { detail } = score
  return {
    id: 'priorities',
    title: titleOf(score, detail),
    blocks: [...chartBlocks(score, detail), paragraph(...sentencesOf(score, detail, scores))],
  }
}

function titleOf({ n }: LevelItemScore, { distinct, themes }: Lines): string {
  const shared = themes.filter(({ people }) => tallyOf(people).low > n / 2).length
  const named = `${capitalise(numberWord(n))} senior leaders named ${numberWord(distinct)} ${distinct === 1 ? 'priority' : 'priorities'}`
  const majority =
    shared === 0
      ? 'none is shared by a majority'
      : `a majority shares ${shared === distinct && distinct > 1 ? 'each of them' : numberWord(shared)}`
  return `${named}; ${majority}`
}

function chartBlocks({ n }: LevelItemScore, { themes, pooled }: Lines): Block[] {
  const rows = themes.map((theme) => rowOf(theme))
  if (rows.length === 0) return [note('No priority was named by more than one person, so none is listed.')]
  const pooledWords =
    pooled === 0
      ? ''
      : ` ${pooled === 1 ? 'One more, named by one person, is' : `${capitalise(numberWord(pooled))} more, each named by one person, are`} not listed.`
  return [
    figure(
      (width) => lollipop(rows, n, width, 'Priorities by the number of senior leaders who named them'),
      `Senior leaders, n ${n}.${pooledWords}`,
    ),
  ]
}

/** A count that may be coded is drawn at the middle of what it can stand for, so that the drawing tells no more than the words. */
function rowOf({ name, people, first, namedBy }: ThemeMentions) {
  return {
    label: name,
    count: likelyCount(people),
    first: first?.kind === 'exact' ? first.count : null,
    shown: countInWords(people),
    names: namedBy,
  }
}

function sentencesOf(score: LevelItemScore, detail: Lines, { overload }: RoundScores): Sentence[] {
  const { n, agreement } = score
  const { effectiveThemes, distinct } = detail
  const asked = overload.senior.kind === 'measured' ? overload.senior.asked : null
  const inPlay =
    effectiveThemes === null
      ? 'No two leaders share a priority, so no effective number can be given.'
      : `Weighed by how far they are shared, that is ${inPlayWords(effectiveThemes, distinct)} priorities in play at once${asked ? `, where the top ${numberWord(asked)} were asked for` : ''}.`
  return [
    said(inPlay, 'effective number of priorities', `n ${n}, ${distinct} different priorities`),
    said(
      `Agreement on the top priorities, order counted: ${agreementInWords(agreement)}.`,
      'agreement',
      `n ${n}`,
    ),
    ...firstSentence(detail),
    ...nothingSentence(detail),
  ]
}

function firstSentence({ themes }: Lines): Sentence[] {
  const [most] = themes
    .filter(({ first }) => first && tallyOf(first).low > 0)
    .toSorted(
      (one, other) => (other.first ? tallyOf(other.first).low : 0) - (one.first ? tallyOf(one.first).low : 0),
    )
  if (!most?.first)
    return [
      said(
        'No priority was put first by more than one leader.',
        'first choices',
        'no theme is first on two lists',
      ),
    ]
  const words = tallyWords(tallyOf(most.first))
  return [
    said(`${capitalise(words)} put “${most.name}” first.`, 'first choices', `first on the lists of ${words}`),
  ]
}

function nothingSentence({ nothing }: Lines): Sentence[] {
  const tally = tallyOf(nothing)
  if (tally.low === 0) return []
  return [
    said(
      `Asked for priorities, ${tallyWords(tally)} said that nothing came to mind.`,
      'nothing comes to mind',
      tallyWords(tally),
    ),
  ]
}
