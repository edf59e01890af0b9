import { scaleLinear } from 'd3-scale'
import {
  emptyScene,
  hairline,
  POSITION_NAMES,
  positionMark,
  SMALL,
  STRONG,
  scene,
  textAt,
  textBlock,
} from './marks.ts'
import type { Mark, Scene } from './scene.ts'
import { textWidth, wrapText } from './text-width.ts'

/** What one level believes of its colleagues beside what its answers show, both out of ten. */
export interface BelievedRow {
  level: 'senior' | 'department'
  believed: number
  shown: number
  n: number
}

/** Something to agree on, with the levels that may be shown. */
export interface BelievedGroup {
  label: string
  rows: BelievedRow[]
}

const ROW = 19
const GROUP_PADDING = 7
const MARK_GAP = 8
const TICKS = [0, 5, 10]

/** Narrower than this, the name of the level stands above its scale instead of before it. */
const ROOM_FOR_NAMES = 400

interface Columns {
  plot: [number, number]
  gap: number
  /** From the top of the drawing to its scale, and to its first row. */
  ticks: number
  header: number
  row: number
  /** From the top of a row to the middle of its name, and of its scale. */
  name: number
  scale: number
}

/** Belief and answers on one scale from none to all ten: a tick for what is believed, the mark of the level for what is shown. */
export function believedAndShown(groups: readonly BelievedGroup[], width: number, title: string): Scene {
  const told = groups.filter(({ rows }) => rows.length > 0)
  if (told.length === 0) return emptyScene(width, title)
  const columns = columnsOf(told, width)
  const x = scaleLinear([0, 10], columns.plot).clamp(true)
  const marks = headerMarks(x, columns)
  let top = columns.header
  for (const group of told) {
    const lines = wrapText(group.label, width, STRONG)
    const first = top + GROUP_PADDING + lines.length * STRONG.leading
    const bottom = first + group.rows.length * columns.row
    marks.push(hairline(0, top, width, top), ...textBlock(lines, 0, top + GROUP_PADDING / 2 + 1, STRONG))
    for (const row of group.rows.keys()) {
      const y = first + row * columns.row + columns.scale
      marks.push(...TICKS.map((tick) => hairline(x(tick), y - ROW / 2 + 2, x(tick), y + ROW / 2 - 2)))
    }
    group.rows.forEach((row, index) => {
      marks.push(...rowMarks(row, x, columns, first + index * columns.row))
    })
    top = bottom + GROUP_PADDING / 2
  }
  return scene({ width, height: top + 1, title, desc: describe(told), marks })
}

/** The figures stand outside the two marks, so the plot keeps room for them on both sides. */
function columnsOf(groups: readonly BelievedGroup[], width: number): Columns {
  const rows = groups.flatMap((group) => group.rows)
  const widest = (texts: string[]) => Math.max(...texts.map((text) => textWidth(text, SMALL.size)))
  const margin = widest(rows.flatMap(({ believed, shown }) => [believedWords(believed), shownWords(shown)]))
  const gap = width - widest(rows.map(gapWords)) - 2
  const right = gap - margin - MARK_GAP - 8
  if (width < ROOM_FOR_NAMES) {
    const plot: Columns['plot'] = [margin + MARK_GAP + 2, right]
    return { plot, gap, ticks: 18, header: 34, row: ROW + 14, name: 8, scale: ROW - 2 }
  }
  const labels = widest(rows.map(levelWords)) + 15
  const plot: Columns['plot'] = [labels + margin + MARK_GAP + 6, right]
  return { plot, gap, ticks: 4, header: 22, row: ROW, name: ROW / 2, scale: ROW / 2 }
}

function headerMarks(x: (value: number) => number, { gap, ticks }: Columns): Mark[] {
  return [
    ...textBlock(['Of ten colleagues'], 0, 4, { ...SMALL, fill: 'ink' }),
    ...textBlock(['in fact'], gap, ticks, SMALL),
    ...TICKS.flatMap((tick) => textBlock([String(tick)], x(tick), ticks, { ...SMALL, anchor: 'middle' })),
  ]
}

function rowMarks(row: BelievedRow, x: (value: number) => number, columns: Columns, top: number): Mark[] {
  const [nameY, y] = [top + columns.name, top + columns.scale]
  const [believed, shown] = [x(row.believed), x(row.shown)]
  const left = believed < shown ? 'believed' : 'shown'
  return [
    positionMark(row.level, 5, nameY),
    ...textAt(levelWords(row), 15, nameY, SMALL),
    { kind: 'line', x1: believed, y1: y, x2: shown, y2: y, stroke: 'faint', strokeWidth: 2.2 },
    { kind: 'line', x1: believed, y1: y - 7, x2: believed, y2: y + 7, stroke: 'ink', strokeWidth: 2 },
    positionMark(row.level, shown, y),
    ...figureMark(believedWords(row.believed), believed, y, left === 'believed'),
    ...figureMark(shownWords(row.shown), shown, y, left === 'shown'),
    ...textAt(gapWords(row), columns.gap, y, { ...SMALL, fill: 'ink', weight: 'semibold' }),
  ]
}

/** On a piece of paper that keeps the grid from running through it. */
function figureMark(words: string, at: number, y: number, isLeft: boolean): Mark[] {
  const width = textWidth(words, SMALL.size)
  const left = isLeft ? at - MARK_GAP - width : at + MARK_GAP
  return [
    { kind: 'rect', x: left - 1.5, y: y - 5, width: width + 3, height: 10, fill: 'paper' },
    ...textAt(words, left, y, { ...SMALL, fill: 'ink' }),
  ]
}

function levelWords({ level, n }: BelievedRow): string {
  return `${POSITION_NAMES[level]}, n ${n}`
}

function believedWords(believed: number): string {
  return `believed ${believed.toFixed(1)}`
}

function shownWords(shown: number): string {
  return `shown ${shown.toFixed(1)}`
}

function gapWords({ believed, shown }: BelievedRow): string {
  const gap = Math.abs(believed - shown).toFixed(1)
  if (gap === '0.0') return 'the same'
  return `${gap} ${believed > shown ? 'fewer' : 'more'}`
}

function describe(groups: readonly BelievedGroup[]): string {
  return groups
    .map(({ label, rows }) => {
      const said = rows.map(
        (row) =>
          `${POSITION_NAMES[row.level].toLowerCase()} (n ${row.n}) ${believedWords(row.believed)}, ${shownWords(row.shown)} of ten`,
      )
      return `${label}: ${said.join('; ')}.`
    })
    .join(' ')
}
