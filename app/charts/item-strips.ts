import { scaleLinear } from 'd3-scale'
import {
  emptyScene,
  hairline,
  LABEL,
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

/** The agreement of one level on one item, 0..100. */
export interface ItemStripRow {
  label: string
  level: 'senior' | 'department'
  agreement: number | null
  range: [number, number] | null
  chance: number | null
  n: number | null
  /** The band, or why nothing may be said. */
  note: string
}

const HEADER = 17
const ROW_HEIGHT = 13
const GROUP_PADDING = 8
const KEY_HEIGHT = 20
const TICKS = [0, 50, 100]

interface Columns {
  label: number
  strip: [number, number]
  figure: number
  note: number
}

/** Item by item: one strip a level with its range and chance line. Nothing is singled out; it is there to be looked up. */
export function itemStrips(rows: readonly ItemStripRow[], width: number, title: string): Scene {
  if (rows.length === 0) return emptyScene(width, title)
  const columns: Columns = {
    label: width * 0.31,
    strip: [width * 0.34 + 8, width * 0.66],
    figure: width * 0.66 + 22,
    note: width * 0.66 + 30,
  }
  const marks = headerMarks(columns)
  let top = HEADER
  for (const group of groupsOf(rows)) {
    const laid = groupMarks(group, columns, width, top)
    marks.push(hairline(0, top, width, top), ...laid.marks)
    top += laid.height
  }
  marks.push(hairline(0, top, width, top))
  const key = keyMarks(rows, width, top + 4)
  return scene({ width, height: key.bottom, title, desc: describe(rows), marks: [...marks, ...key.marks] })
}

function groupsOf(rows: readonly ItemStripRow[]): ItemStripRow[][] {
  const groups: ItemStripRow[][] = []
  for (const row of rows) {
    const last = groups.at(-1)
    if (last?.[0]?.label === row.label) last.push(row)
    else groups.push([row])
  }
  return groups
}

function headerMarks({ strip }: Columns): Mark[] {
  const x = scaleLinear([0, 100], strip)
  return TICKS.flatMap((tick) => textBlock([String(tick)], x(tick), 2, { ...SMALL, anchor: 'middle' }))
}

function groupMarks(group: readonly ItemStripRow[], columns: Columns, width: number, top: number) {
  const firstTop = top + GROUP_PADDING / 2
  const labelLines = wrapText(group[0]?.label ?? '', columns.label, LABEL)
  const marks = textBlock(labelLines, 0, firstTop, LABEL)
  let y = firstTop
  for (const row of group) {
    const laid = rowMarks(row, columns, width, y)
    marks.push(...laid.marks)
    y += laid.height
  }
  const height = Math.max(labelLines.length * LABEL.leading, y - firstTop)
  return { marks, height: height + GROUP_PADDING }
}

function rowMarks(row: ItemStripRow, columns: Columns, width: number, top: number) {
  const middle = top + ROW_HEIGHT / 2
  const x = scaleLinear([0, 100], columns.strip).clamp(true)
  const noteX = row.agreement === null ? columns.strip[0] : columns.note
  const words = [...(row.n === null || row.agreement === null ? [] : [`n ${row.n}`]), row.note].join(' · ')
  const lines = wrapText(words, width - noteX, SMALL)
  const height = Math.max(ROW_HEIGHT, lines.length * SMALL.leading + 2)
  const note = textBlock(lines, noteX, middle - SMALL.leading / 2, SMALL)
  const levelMark = positionMark(row.level, columns.strip[0] - 9, middle, 3)
  if (row.agreement === null) return { marks: [levelMark, ...note], height }
  const marks: Mark[] = [
    levelMark,
    hairline(columns.strip[0], middle, columns.strip[1], middle),
    ...(row.range ? [rangeBar(x(row.range[0]), x(row.range[1]), middle)] : []),
    ...(row.chance === null ? [] : [chanceTick(x(row.chance), middle)]),
    positionMark(row.level, x(row.agreement), middle, 3),
    ...textAt(String(Math.round(row.agreement)), columns.figure, middle, {
      ...STRONG,
      size: SMALL.size,
      leading: SMALL.leading,
      anchor: 'end',
    }),
    ...note,
  ]
  return { marks, height }
}

function rangeBar(from: number, to: number, y: number): Mark {
  return {
    kind: 'line',
    x1: from,
    y1: y,
    x2: Math.max(to, from + 1),
    y2: y,
    stroke: 'faint',
    strokeWidth: 2.4,
  }
}

function chanceTick(x: number, y: number): Mark {
  return {
    kind: 'line',
    x1: x,
    y1: y - 5,
    x2: x,
    y2: y + 5,
    stroke: 'ink',
    strokeWidth: 0.9,
    dash: [1.6, 1.4],
  }
}

function keyMarks(rows: readonly ItemStripRow[], width: number, top: number) {
  const entries: [string, (x: number, y: number) => Mark][] = [
    ...(['senior', 'department'] as const)
      .filter((level) => rows.some((row) => row.level === level))
      .map((level): [string, (x: number, y: number) => Mark] => [
        POSITION_NAMES[level],
        (x, y) => positionMark(level, x + 8, y, 3),
      ]),
    ['plausible range', (x, y) => rangeBar(x, x + 15, y)],
    ['chance line', (x, y) => chanceTick(x + 8, y)],
  ]
  const marks: Mark[] = []
  let x = 0
  let y = top + KEY_HEIGHT / 2 - 2
  for (const [words, draw] of entries) {
    const needed = 20 + textWidth(words, SMALL.size)
    if (x > 0 && x + needed > width) {
      x = 0
      y += SMALL.leading + 2
    }
    marks.push(draw(x, y), ...textAt(words, x + 20, y, SMALL))
    x += needed + 14
  }
  return { marks, bottom: y + KEY_HEIGHT / 2 }
}

function describe(rows: readonly ItemStripRow[]): string {
  return rows
    .map((row) => {
      const who = `${row.label}, ${POSITION_NAMES[row.level].toLowerCase()}`
      if (row.agreement === null) return `${who}: ${row.note}.`
      const range = row.range ? ` (${Math.round(row.range[0])} to ${Math.round(row.range[1])})` : ''
      const chance = row.chance === null ? 'no chance line' : `chance line ${Math.round(row.chance)}`
      return `${who}: agreement ${Math.round(row.agreement)} of 100${range}, n ${row.n ?? 'not shown'}, ${chance}, ${row.note}.`
    })
    .join(' ')
}
