import { LEVELS, type Level } from '#app/questionnaire/instrument.ts'
import { isMeasured } from '#app/scoring/measure.ts'
import type { ConstructScore, RoundScores } from '#app/scoring/round-scores.ts'
import { type Cell, number, type Table, tableOf, text } from '../table.ts'
import {
  AGREEMENT_COLUMNS,
  agreementCells,
  GAP_COLUMNS,
  gapCells,
  hiddenWords,
  SHOWN,
  STATUS,
  toDecimals,
} from './figure-cells.ts'

/** One row for each construct and level, and one for both levels together. */
export function constructsTable(scores: RoundScores): Table {
  return tableOf({
    id: 'constructs',
    about: 'Strength and agreement of each construct by level, and what is lost between the levels.',
    columns: [
      text('construct', 'what a group of items measures'),
      text('level', 'senior, department, or both'),
      STATUS,
      number('n', 'people whose answers are in the agreement'),
      number('items', 'items that the agreement is the mean of'),
      ...AGREEMENT_COLUMNS,
      number('strength', 'is it healthy? 0 to 100'),
      number('strength_n', 'people whose answers are in the strength'),
      text('quadrant', 'strength and agreement read together'),
      ...GAP_COLUMNS,
      number('p', 'chance of such a gap between two groups made at random'),
      number('p_adjusted', 'the same, adjusted for the number of constructs (Holm)'),
    ],
    rows: scores.constructs.flatMap((score) => [
      ...LEVELS.map((level) => levelRow(score, level)),
      bothRow(score),
    ]),
  })
}

function levelRow(score: ConstructScore, level: Level): Cell[] {
  const agreement = score.agreementByLevel[level]
  const strength = score.strengthByLevel[level]
  const strong = isMeasured(strength) ? strength : null
  return [
    score.construct,
    level,
    ...peopleOf(agreement),
    ...agreementCells(agreement),
    strong && Math.round(strong.value),
    strong?.n ?? null,
    score.quadrantByLevel[level],
    ...gapCells(null),
    null,
    null,
  ]
}

function bothRow({ construct, across, gap }: ConstructScore): Cell[] {
  const chance = (p: number | null) => (p === null ? null : toDecimals(p, 3))
  return [
    construct,
    'both',
    ...peopleOf(across),
    ...agreementCells(across),
    null,
    null,
    null,
    ...gapCells(gap),
    gap.kind === 'measured' ? chance(gap.p) : null,
    gap.kind === 'measured' ? chance(gap.holmP) : null,
  ]
}

function peopleOf(agreement: ConstructScore['across']): Cell[] {
  if (agreement.kind === 'too-few') return [hiddenWords(agreement), null, null]
  return [SHOWN, agreement.n, agreement.items]
}
