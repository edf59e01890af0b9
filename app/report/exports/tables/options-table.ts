import { LEVELS } from '#app/questionnaire/instrument.ts'
import type { PeopleCount } from '#app/scoring/measure.ts'
import type { LevelItemScore, RoundScores } from '#app/scoring/round-scores.ts'
import { type Cell, number, type Table, tableOf, text } from '../table.ts'
import { peopleCells, peopleColumns } from './figure-cells.ts'

type Answer = [option: string, label: string, people: PeopleCount | null, share: string | null]

/** What was chosen, by item and level: options, owners, the two halves of a scale, shares where they may be shown. */
export function optionsTable(scores: RoundScores): Table {
  return tableOf({
    id: 'options',
    about: 'How many people chose what, by item and level, counted as the report counts them.',
    columns: [
      text('item', 'id of the item'),
      text('level', 'senior or department'),
      text('option', 'id of the option or role'),
      text('label', 'the option in words'),
      ...peopleColumns('people', 'people who chose it'),
      number('of', 'people it is counted among'),
      text('share', 'share in steps, where ten people or more answered'),
      number('n', 'people who answered the item'),
    ],
    rows: scores.items.flatMap(({ itemId, byLevel }) =>
      LEVELS.flatMap((level) => {
        const score = byLevel[level]
        if (score?.kind !== 'measured') return []
        return answersOf(score).map((answer) => [itemId, level, ...cellsOf(answer), score.n])
      }),
    ),
  })
}

function cellsOf([option, label, people, share]: Answer): Cell[] {
  return [option, label, ...peopleCells(people), people?.of ?? null, share]
}

function answersOf({ detail }: LevelItemScore): Answer[] {
  switch (detail.kind) {
    case 'choice':
    case 'multi':
      return detail.options.map(({ id, label, people }) => [id, label, people, null])
    case 'owner':
      return [
        ...detail.options.map(({ id, label, people }): Answer => [id, label, people, null]),
        ...pooledAnswers(detail.pooled),
        ['no-real-owner', 'no real role named', detail.noRealOwner, null],
      ]
    case 'scale':
      return [
        ['unhealthy-half', 'the two unhealthy points', detail.low, null],
        ...(detail.high ? [['healthy-half', 'the two healthy points', detail.high, null] as Answer] : []),
        ...sharesOf(detail.distribution),
      ]
    case 'lines':
      return [['nothing', 'nothing comes to mind', detail.nothing, null]]
    default:
      return []
  }
}

function pooledAnswers(pooled: number): Answer[] {
  // One alone would be somebody; the report leaves it out as well.
  return pooled < 2 ? [] : [['pooled', `${pooled} more, each named by one person`, null, null]]
}

function sharesOf(distribution: { labels: string[]; shares: string[] } | null): Answer[] {
  if (!distribution) return []
  return distribution.labels.map((label, index) => [
    `part-${index + 1}`,
    label,
    null,
    distribution.shares[index] ?? null,
  ])
}
