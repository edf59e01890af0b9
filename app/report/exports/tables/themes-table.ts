import { LEVELS } from '#app/questionnaire/instrument.ts'
import type { LevelItemScore, RoundScores, ThemeMentions } from '#app/scoring/round-scores.ts'
import { type Cell, number, type Table, tableOf, text } from '../table.ts'
import { peopleCells, peopleColumns } from './figure-cells.ts'

/** What was named, by item and level. Outside open mode what one person alone named has no wording of its own here. */
export function themesTable(scores: RoundScores): Table {
  return tableOf({
    id: 'themes',
    about: 'Which themes were named, by how many, and by how many first; names in open mode only.',
    columns: [
      text('item', 'id of the item'),
      text('level', 'senior or department'),
      text('theme', 'name of the theme; empty where themes are counted together'),
      ...peopleColumns('people', 'people who named it'),
      ...peopleColumns('first', 'people who named it first'),
      number('of', 'people it is counted among'),
      number('pooled', 'further themes, each named by one person'),
      text('named_by', 'who named it, in open mode'),
    ],
    rows: scores.items.flatMap(({ itemId, byLevel }) =>
      LEVELS.flatMap((level) => {
        const score = byLevel[level]
        return score?.kind === 'measured' ? rowsOf(score).map((cells) => [itemId, level, ...cells]) : []
      }),
    ),
  })
}

function rowsOf({ detail }: LevelItemScore): Cell[][] {
  if (detail.kind !== 'lines') return []
  const rows = detail.themes.map(themeCells)
  if (detail.pooled === 0) return rows
  return [...rows, [null, ...peopleCells(null), ...peopleCells(null), null, detail.pooled, null]]
}

function themeCells({ name, people, first, namedBy }: ThemeMentions): Cell[] {
  return [
    name,
    ...peopleCells(people),
    ...peopleCells(first),
    people.of,
    null,
    namedBy && namedBy.length > 0 ? namedBy.join('; ') : null,
  ]
}
