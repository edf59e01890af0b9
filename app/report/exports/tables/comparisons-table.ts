import { LEVELS, type Level } from '#app/questionnaire/instrument.ts'
import type { PeopleCount } from '#app/scoring/measure.ts'
import type { Illusion, Overload, RoundScores } from '#app/scoring/round-scores.ts'
import { type Cell, number, type Table, tableOf, text } from '../table.ts'
import { hiddenWords, peopleCells, peopleColumns, SHOWN, STATUS, toDecimals } from './figure-cells.ts'

interface Row {
  figure: string
  level: Level | 'both'
  subject?: string
  status?: string
  value?: number | null
  people?: PeopleCount | null
  n?: number
  note?: string
}

/** What the comparison shows beyond scores: overload, believed and shown, collisions, trade-offs, dependencies, coverage. */
export function comparisonsTable(scores: RoundScores): Table {
  const rows = [
    ...LEVELS.flatMap((level) => overloadRows(level, scores.overload[level])),
    ...LEVELS.flatMap((level) => scores.illusion[level].flatMap((illusion) => illusionRows(level, illusion))),
    ...scores.coverage.flatMap(({ name, ...levels }) =>
      LEVELS.map((level) => counted('coverage', level, name, levels[level])),
    ),
    ...scores.collisions
      .flatMap(({ name, priority, stop }) =>
        LEVELS.flatMap((level) => [
          counted('collision-priority', level, name, priority[level]),
          counted('collision-stop', level, name, stop[level]),
        ]),
      )
      .filter(({ people }) => people),
    ...tradeOffRows(scores),
    ...handshakeRows(scores),
  ]
  return tableOf({
    id: 'comparisons',
    about: 'Overload, believed and shown agreement, collisions, trade-offs, dependencies and coverage.',
    columns: [
      text('figure', 'what is compared'),
      text('level', 'senior, department, or both'),
      text('subject', 'the theme, item or pair of departments it is about'),
      STATUS,
      number('value', 'the figure, where it is one number'),
      ...peopleColumns('people', 'people, where it is a number of people'),
      number('of', 'people it is counted among'),
      number('n', 'people whose answers are in it'),
      text('note', 'what else belongs to it'),
    ],
    rows: rows.map(cellsOf),
  })
}

function cellsOf({ figure, level, subject, status, value, people, n, note }: Row): Cell[] {
  return [
    figure,
    level,
    subject ?? null,
    status ?? SHOWN,
    value ?? null,
    ...peopleCells(people ?? null),
    people?.of ?? null,
    n ?? null,
    note ?? null,
  ]
}

function counted(figure: string, level: Row['level'], subject: string, people: PeopleCount | null): Row {
  return { figure, level, subject, people }
}

function overloadRows(level: Level, overload: RoundScores['overload'][Level]): Row[] {
  const figure = 'priority-overload'
  if (overload.kind === 'too-few') return [{ figure, level, status: hiddenWords(overload) }]
  const { n, asked, effectiveThemes, distinct, canNameStop } = overload
  const row = (subject: string, rest: Partial<Row>): Row => ({ figure, level, subject, n, ...rest })
  return [
    row('priorities asked for', { value: asked }),
    row('different priorities', { value: distinct, note: reasonWords(overload) }),
    row('priorities in play', { value: effectiveThemes === null ? null : toDecimals(effectiveThemes, 1) }),
    row('can name a stop', { people: canNameStop }),
  ]
}

function reasonWords({ flagged, reasons }: Overload): string {
  return flagged ? `overload: ${reasons.join(', ')}` : 'no overload'
}

function illusionRows(level: Level, illusion: RoundScores['illusion'][Level][number]): Row[] {
  if (illusion.kind === 'too-few')
    return [{ figure: 'believed-and-shown', level, status: hiddenWords(illusion) }]
  const { itemId, n, perceived, shown }: Illusion = illusion
  const row = (figure: string, value: number): Row => ({
    figure,
    level,
    subject: itemId,
    n,
    value: toDecimals(value, 1),
    note: 'of ten colleagues',
  })
  return [row('believed', perceived), row('shown', shown)]
}

function tradeOffRows({ tradeOffs }: RoundScores): Row[] {
  const figure = 'trade-offs'
  if (!tradeOffs) return []
  if (tradeOffs.kind === 'too-few') return [{ figure, level: 'department', status: hiddenWords(tradeOffs) }]
  const { n, sharePriority, both, quadrant } = tradeOffs
  const row = (subject: string, rest: Partial<Row>): Row => ({
    figure,
    level: 'department',
    subject,
    n,
    ...rest,
  })
  return [
    row('names a senior priority', { people: sharePriority }),
    row('names a senior priority and what gave way', { people: both }),
    ...Object.entries(quadrant ?? {}).map(([group, value]) => row(`group: ${group}`, { value })),
  ]
}

function handshakeRows({ handshake }: RoundScores): Row[] {
  const figure = 'dependencies'
  if (!handshake) return []
  if (handshake.kind === 'too-few') return [{ figure, level: 'both', status: hiddenWords(handshake) }]
  if (handshake.kind === 'not-known')
    return [{ figure, level: 'both', status: `not known: ${handshake.reason}` }]
  const { n, pairs, pooled, reciprocity, unowned } = handshake
  const row = (subject: string, rest: Partial<Row>): Row => ({ figure, level: 'both', subject, n, ...rest })
  return [
    ...pairs.map(({ provider, waiting, people, state }) =>
      row(`${waiting} waits for ${provider}`, { people, note: state ?? '' }),
    ),
    ...(pooled > 0 ? [row('further pairs, each named by one person', { value: pooled })] : []),
    ...(['acknowledged', 'orphan', 'unasked'] as const).map((state) =>
      row(`pairs: ${state}`, { people: handshake[state], note: 'pairs of departments, not people' }),
    ),
    row('acknowledged share of what was asked for, of 100', {
      value: reciprocity === null ? null : Math.round(100 * reciprocity),
    }),
    row('names nobody who must provide it', { people: unowned }),
  ]
}
