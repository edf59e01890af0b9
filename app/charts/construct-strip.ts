import { scaleLinear } from 'd3-scale'
import {
  emptyScene,
  hairline,
  LABEL,
  POSITION_NAMES,
  type Position,
  positionMark,
  SMALL,
  STRONG,
  scene,
  textAt,
  textBlock,
} from './marks.ts'
import type { Mark, Scene } from './scene.ts'
import { textWidth, wrapText } from './text-width.ts'

/** One construct within one level, or across both. All figures 0..100. */
export interface ConstructStripRow {
  label: string
  level: Position
  /** Null where it may not be shown; across the levels it has no meaning. */
  strength: number | null
  agreement: number | null
  /** Plausible range of the agreement. */
  range: [number, number] | null
  /** Agreement that random answers reach one time in twenty. */
  chance: number | null
  n: number | null
  /** What may be said of the agreement, or why nothing may. */
  note: string
}

const HEADER = 34
const ROW_PADDING = 4
const KEY_HEIGHT = 22

/** In a narrower drawing the name of a construct stands above its rows, which then have the whole width. */
const STACKED_BELOW = 400

interface Columns {
  stacked: boolean
  label: [number, number]
  level: [number, number]
  strength: [number, number]
  strengthFigure: number
  agreement: [number, number]
  agreementFigure: number
  note: [number, number]
}

function columnsOf(width: number): Columns {
  const at = (share: number) => share * width
  if (width < STACKED_BELOW) {
    return {
      stacked: true,
      label: [0, width],
      level: [0, at(0.24)],
      strength: [at(0.27), at(0.41)],
      strengthFigure: at(0.485),
      agreement: [at(0.525), at(0.7)],
      agreementFigure: at(0.775),
      note: [at(0.8), width],
    }
  }
  return {
    stacked: false,
    label: [0, at(0.185)],
    level: [at(0.195), at(0.358)],
    strength: [at(0.375), at(0.475)],
    strengthFigure: at(0.522),
    agreement: [at(0.56), at(0.72)],
    agreementFigure: at(0.77),
    note: [at(0.795), width],
  }
}

interface Laid {
  row: ConstructStripRow
  levelLines: string[]
  /** Lines at the right-hand end; where there is no agreement they begin under its heading. */
  noteLines: string[]
  labelLines: string[]
  /** Height of a label that stands above the row. */
  above: number
  height: number
  startsGroup: boolean
}

/** Strength and agreement of each construct, side by side on two scales from 0 to 100, with the range and the chance line. */
export function constructStrip(rows: readonly ConstructStripRow[], width: number, title: string): Scene {
  if (rows.length === 0) return emptyScene(width, title)
  const columns = columnsOf(width)
  const laid = layRows(rows, columns)
  const bottom = HEADER + laid.reduce((sum, { height }) => sum + height, 0)
  const marks = headerMarks(columns)
  let top = HEADER
  for (const one of laid) {
    if (one.startsGroup) marks.push(hairline(0, top, width, top))
    marks.push(...rowMarks(one, columns, top))
    top += one.height
  }
  marks.push(hairline(0, bottom, width, bottom), ...keyMarks(rows, columns, bottom + KEY_HEIGHT / 2 + 2))
  return scene({ width, height: bottom + KEY_HEIGHT, title, desc: describe(rows), marks })
}

function layRows(rows: readonly ConstructStripRow[], columns: Columns): Laid[] {
  const laid = rows.map((row, index): Laid => {
    const startsGroup = rows[index - 1]?.label !== row.label
    const levelLines = wrapText(POSITION_NAMES[row.level], columns.level[1] - columns.level[0], LABEL)
    const noteFrom = row.agreement === null ? columns.agreement[0] : columns.note[0]
    const noteLines = wrapText(noteOf(row), columns.note[1] - noteFrom, SMALL)
    const labelLines = startsGroup ? wrapText(row.label, columns.label[1], STRONG) : []
    const lines = Math.max(levelLines.length * LABEL.leading, noteLines.length * SMALL.leading)
    const above = columns.stacked ? labelLines.length * STRONG.leading : 0
    return { row, levelLines, noteLines, labelLines, startsGroup, above, height: above + lines + ROW_PADDING }
  })
  if (!columns.stacked) stretchForLabels(laid)
  return laid
}

function noteOf({ agreement, n, note }: ConstructStripRow): string {
  return agreement === null || n === null ? note : [`n ${n}`, note].filter((part) => part !== '').join(' · ')
}

/** A label that needs more room than the rows of its group have is given it by the last of them. */
function stretchForLabels(laid: Laid[]): void {
  for (const [index, first] of laid.entries()) {
    if (!first.startsGroup) continue
    const next = laid.findIndex((other, place) => place > index && other.startsGroup)
    const group = laid.slice(index, next === -1 ? undefined : next)
    const missing =
      first.labelLines.length * STRONG.leading +
      ROW_PADDING -
      group.reduce((sum, { height }) => sum + height, 0)
    const last = group.at(-1)
    if (last && missing > 0) last.height += missing
  }
}

const TICKS = [0, 50, 100]

function tickAt(tick: number, [from, to]: [number, number]): number {
  return from + ((to - from) * tick) / 100
}

function headerMarks(columns: Columns): Mark[] {
  const axis = (name: string, column: [number, number]): Mark[] => [
    ...textBlock([name], column[0], 0, STRONG),
    ...TICKS.flatMap((tick) =>
      textBlock([String(tick)], tickAt(tick, column), 17, { ...SMALL, anchor: 'middle' }),
    ),
  ]
  return [...axis('Strength', columns.strength), ...axis('Agreement', columns.agreement)]
}

/** Grid lines of one row; a cell of words has none, so that no line runs through them. */
function gridMarks({ row, above, height }: Laid, columns: Columns, top: number): Mark[] {
  const from = above === 0 ? top : top + ROW_PADDING / 2 + above
  const lines = (column: [number, number]) =>
    TICKS.map((tick) => hairline(tickAt(tick, column), from, tickAt(tick, column), top + height))
  return [
    ...(row.strength === null ? [] : lines(columns.strength)),
    ...(row.agreement === null ? [] : lines(columns.agreement)),
  ]
}

function rowMarks(laid: Laid, columns: Columns, top: number): Mark[] {
  const { row } = laid
  const labelTop = top + ROW_PADDING / 2
  const firstLine = labelTop + laid.above
  const middle = firstLine + LABEL.leading / 2
  const marks = [
    ...gridMarks(laid, columns, top),
    ...textBlock(laid.labelLines, columns.label[0], labelTop, STRONG),
    ...textBlock(laid.levelLines, columns.level[0], firstLine, { ...LABEL, fill: 'muted' }),
  ]
  if (row.strength === null) {
    if (row.level !== 'across') marks.push(...textAt('not shown', columns.strength[0], middle, SMALL))
  } else {
    const x = scaleLinear([0, 100], columns.strength).clamp(true)
    marks.push(positionMark(row.level, x(row.strength), middle, 3.6))
    marks.push(...figure(row.strength, columns.strengthFigure, middle))
  }
  const noteX = row.agreement === null ? columns.agreement[0] : columns.note[0]
  marks.push(...textBlock(laid.noteLines, noteX, firstLine + 0.5, SMALL))
  return row.agreement === null ? marks : [...marks, ...agreementMarks(row, row.agreement, columns, middle)]
}

function agreementMarks(row: ConstructStripRow, agreement: number, columns: Columns, middle: number): Mark[] {
  const x = scaleLinear([0, 100], columns.agreement).clamp(true)
  const marks: Mark[] = []
  if (row.range) marks.push(rangeBar(x(row.range[0]), x(row.range[1]), middle))
  if (row.chance !== null) marks.push(chanceTick(x(row.chance), middle))
  marks.push(positionMark(row.level, x(agreement), middle, 3.6))
  return [...marks, ...figure(agreement, columns.agreementFigure, middle)]
}

function figure(value: number, x: number, middle: number): Mark[] {
  return textAt(String(Math.round(value)), x, middle, { ...STRONG, anchor: 'end' })
}

function rangeBar(from: number, to: number, y: number): Mark {
  return { kind: 'line', x1: from, y1: y, x2: Math.max(to, from + 1), y2: y, stroke: 'faint', strokeWidth: 3 }
}

function chanceTick(x: number, y: number): Mark {
  return {
    kind: 'line',
    x1: x,
    y1: y - 6,
    x2: x,
    y2: y + 6,
    stroke: 'ink',
    strokeWidth: 0.9,
    dash: [1.6, 1.4],
  }
}

/** The two signs that carry no figure of their own are named once, under the column where they occur. */
function keyMarks(rows: readonly ConstructStripRow[], columns: Columns, y: number): Mark[] {
  const marks: Mark[] = []
  let x = columns.level[0]
  if (rows.some(({ agreement, range }) => agreement !== null && range)) {
    const words = 'range the figure may lie in'
    marks.push(rangeBar(x, x + 16, y), ...textAt(words, x + 21, y, SMALL))
    x = columns.stacked ? x + 21 + textWidth(words, SMALL.size) + 10 : columns.strengthFigure
  }
  if (rows.some(({ agreement, chance }) => agreement !== null && chance !== null)) {
    const words = columns.stacked ? 'chance seldom passes this' : 'random answers seldom pass this'
    marks.push(chanceTick(x + 4, y), ...textAt(words, x + 11, y, SMALL))
  }
  return marks
}

function describe(rows: readonly ConstructStripRow[]): string {
  return rows
    .map((row) => {
      const figures = [...strengthInWords(row), agreementInWords(row)].join('; ')
      return `${row.label}, ${POSITION_NAMES[row.level].toLowerCase()}: ${figures}.`
    })
    .join(' ')
}

function strengthInWords({ strength, level }: ConstructStripRow): string[] {
  if (strength !== null) return [`strength ${Math.round(strength)}`]
  return level === 'across' ? [] : ['strength not shown']
}

function agreementInWords(row: ConstructStripRow): string {
  if (row.agreement === null) return row.note || 'agreement not shown'
  const range = row.range ? ` (${Math.round(row.range[0])} to ${Math.round(row.range[1])})` : ''
  const people = row.n === null ? '' : `, n ${row.n}`
  const chance = row.chance === null ? '' : `, chance line ${Math.round(row.chance)}`
  return `agreement ${Math.round(row.agreement)} of 100${range}${people}${chance}${row.note ? `, ${row.note}` : ''}`
}
