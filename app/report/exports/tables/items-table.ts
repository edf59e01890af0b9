import { LEVELS } from '#app/questionnaire/instrument.ts'
import { isMeasured } from '#app/scoring/measure.ts'
import type { ItemScore, LevelItemResult, LevelItemScore, RoundScores } from '#app/scoring/round-scores.ts'
import { type Cell, number, type Table, tableOf, text } from '../table.ts'
import {
  AGREEMENT_COLUMNS,
  agreementCells,
  GAP_COLUMNS,
  gapCells,
  hiddenWords,
  peopleCells,
  peopleColumns,
  SHOWN,
  STATUS,
  toDecimals,
} from './figure-cells.ts'

const DETAIL_COLUMNS = [
  text('mean', 'mean of a rating as the report shows it, its ends coded'),
  number('median', 'median of a number'),
  number('quartile_low', 'lower quartile of a number'),
  number('quartile_high', 'upper quartile of a number'),
  text('owner', 'agreed, contested or vacant'),
  number('themes', 'different themes that were named'),
  number('themes_in_play', 'effective number of themes'),
  number('lines_each', 'lines a person gave, on average'),
]

/** One row for each item and level that was asked, and one for both levels together. */
export function itemsTable(scores: RoundScores): Table {
  return tableOf({
    id: 'items',
    about: 'Every item by level: people, agreement with range and chance line, strength, and the gap.',
    columns: [
      text('item', 'id of the item'),
      text('construct', 'what it measures'),
      text('kind', 'kind of item'),
      text('wording', 'the item as it was asked'),
      text('level', 'senior, department, or both'),
      STATUS,
      number('n', 'people whose answers are in the figures'),
      number('asked', 'people of the level who handed in'),
      ...peopleColumns('cant_say', 'people who chose “can’t say”'),
      ...peopleColumns('skipped', 'people who left it empty'),
      ...AGREEMENT_COLUMNS,
      number('strength', 'is it healthy? 0 to 100'),
      ...GAP_COLUMNS,
      ...DETAIL_COLUMNS,
    ],
    rows: scores.items.flatMap(rowsOf),
  })
}

function rowsOf(item: ItemScore): Cell[][] {
  const head = [item.itemId, item.construct, item.kind, item.wording]
  const rows = LEVELS.flatMap((level) => {
    const score = item.byLevel[level]
    return score ? [[...head, level, ...levelCells(score)]] : []
  })
  return item.across ? [...rows, [...head, 'both', ...bothCells(item, item.across)]] : rows
}

function levelCells(score: LevelItemResult): Cell[] {
  if (score.kind === 'too-few') return [hiddenWords(score), ...Array<null>(26).fill(null)]
  const { n, of, cantSay, skipped, agreement, strength } = score
  return [
    SHOWN,
    n,
    of,
    ...peopleCells(cantSay),
    ...peopleCells(skipped),
    ...agreementCells(agreement),
    strength && isMeasured(strength) ? Math.round(strength.value) : null,
    ...gapCells(null),
    ...detailCells(score),
  ]
}

function detailCells({ detail }: LevelItemScore): Cell[] {
  const number = detail.kind === 'number' ? detail : null
  const lines = detail.kind === 'lines' ? detail : null
  const inPlay = lines?.effectiveThemes ?? null
  return [
    detail.kind === 'scale' ? detail.mean : null,
    number?.median ?? null,
    number?.quartiles?.[0] ?? null,
    number?.quartiles?.[1] ?? null,
    detail.kind === 'owner' ? detail.state : null,
    lines?.distinct ?? null,
    inPlay === null ? null : toDecimals(inPlay, 1),
    lines?.meanLines ?? null,
  ]
}

function bothCells({ gap }: ItemScore, across: NonNullable<ItemScore['across']>): Cell[] {
  const measured = across.kind === 'measured'
  return [
    measured ? SHOWN : hiddenWords(across),
    measured ? across.n : null,
    null,
    ...peopleCells(null),
    ...peopleCells(null),
    ...agreementCells(across),
    null,
    ...gapCells(gap),
    ...DETAIL_COLUMNS.map(() => null),
  ]
}
