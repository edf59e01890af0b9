import {
  emptyScene,
  hairline,
  LABEL,
  POSITION_NAMES,
  positionMark,
  SMALL,
  STRONG,
  scene,
  textBlock,
} from './marks.ts'
import type { Mark, Scene } from './scene.ts'
import { textWidth, wrapText } from './text-width.ts'

const LEVELS = ['senior', 'department'] as const
type MatrixLevel = (typeof LEVELS)[number]

/** How many of a level said a thing: 0..1, and as it may be said. Null where nothing may be said. */
export type LevelCell = { share: number; shown: string } | null

/** What was said of one theme on each side, such as "stop" and "priority". */
export interface LevelMatrixRow {
  label: string
  /** One entry a side; a side that is left out at the end is not drawn. */
  sides: Record<MatrixLevel, LevelCell>[]
  /** Names on each side, in open mode only. */
  names: string[][] | null
}

export interface LevelMatrixPart {
  heading: string
  rows: LevelMatrixRow[]
}

const LABEL_SHARE = 0.32
const PADDING = 7
const BAR = 5
const CELL_GAP = 10

/** Themes by sides and levels: the count in words with a bar as long as the share, senior filled, department an outline. */
export function levelMatrix(
  parts: readonly LevelMatrixPart[],
  sides: readonly string[],
  width: number,
  title: string,
): Scene {
  const told = parts.filter(({ rows }) => rows.length > 0)
  if (told.length === 0) return emptyScene(width, title)
  const columns = columnsOf(sides.length, width)
  const header = headerMarks(sides, columns)
  const marks = header.marks
  let top = header.height
  for (const { heading, rows } of told) {
    const lines = heading === '' ? [] : wrapText(heading, width, STRONG)
    marks.push(hairline(0, top, width, top), ...textBlock(lines, 0, top + PADDING / 2 + 2, STRONG))
    if (lines.length > 0) top += lines.length * STRONG.leading + PADDING + 2
    rows.forEach((row, index) => {
      const laid = rowMarks(row, columns, width, top)
      if (index > 0 || lines.length > 0) marks.push(hairline(0, top, width, top))
      marks.push(...laid.marks)
      top += laid.height
    })
  }
  return scene({ width, height: top + 1, title, desc: describe(told, sides), marks })
}

interface Columns {
  label: number
  /** Left end of each column, by side and level. */
  at: Record<MatrixLevel, number>[]
  cell: number
}

function columnsOf(sides: number, width: number): Columns {
  const label = width * LABEL_SHARE
  const cell = (width - label) / (2 * sides)
  const at = Array.from({ length: sides }, (_, side) => ({
    senior: label + 2 * side * cell,
    department: label + (2 * side + 1) * cell,
  }))
  return { label, at, cell }
}

/** The sides, and under each the two levels: by name where there is room, else by mark, with the names said once above. */
function headerMarks(sides: readonly string[], { at, cell }: Columns) {
  const names = sides.map((side) => wrapText(side, 2 * cell - CELL_GAP, STRONG))
  const fit = LEVELS.every((level) => textWidth(shortName(level), SMALL.size) <= cell - CELL_GAP)
  const key = fit ? { marks: [], height: 0 } : keyMarks()
  const levelTop = key.height + Math.max(...names.map((lines) => lines.length)) * STRONG.leading + 3
  const marks = at.flatMap((column, side) => [
    ...textBlock(names[side] ?? [], column.senior, key.height, STRONG),
    ...LEVELS.flatMap((level) => [
      positionMark(level, column[level] + 4, levelTop + SMALL.leading / 2, 3),
      ...(fit ? textBlock([shortName(level)], column[level] + 11, levelTop, SMALL) : []),
    ]),
  ])
  return { marks: [...key.marks, ...marks], height: levelTop + SMALL.leading + 6 }
}

function keyMarks() {
  const marks: Mark[] = []
  let x = 4
  for (const level of LEVELS) {
    marks.push(
      positionMark(level, x, SMALL.leading / 2, 3),
      ...textBlock([POSITION_NAMES[level]], x + 7, 0, SMALL),
    )
    x += 7 + textWidth(POSITION_NAMES[level], SMALL.size) + 18
  }
  return { marks, height: SMALL.leading + 8 }
}

function shortName(level: MatrixLevel): string {
  return POSITION_NAMES[level].split(' ')[0] ?? ''
}

function rowMarks(row: LevelMatrixRow, columns: Columns, width: number, top: number) {
  const { label, at, cell } = columns
  const first = top + PADDING / 2
  const labelLines = wrapText(row.label, label - 12, LABEL)
  const marks: Mark[] = textBlock(labelLines, 0, first, LABEL)
  let lowest = labelLines.length * LABEL.leading
  at.slice(0, row.sides.length).forEach((column, side) => {
    let cellsEnd = 0
    for (const level of LEVELS) {
      const laid = cellMarks(row.sides[side]?.[level] ?? null, level, column[level], cell - CELL_GAP, first)
      marks.push(...laid.marks)
      cellsEnd = Math.max(cellsEnd, laid.height)
    }
    const names = wrapText((row.names?.[side] ?? []).join(', '), 2 * cell - CELL_GAP, {
      ...SMALL,
      mostLines: 6,
    })
    marks.push(...textBlock(names, column.senior, first + cellsEnd + 2, SMALL))
    lowest = Math.max(lowest, cellsEnd + (names.length > 0 ? 2 + names.length * SMALL.leading : 0))
  })
  return { marks, height: lowest + PADDING, width }
}

function cellMarks(cell: LevelCell, level: MatrixLevel, x: number, room: number, top: number) {
  if (!cell) return { marks: textBlock(['–'], x, top, SMALL), height: SMALL.leading }
  const lines = wrapText(cell.shown, room, SMALL)
  const textHeight = lines.length * SMALL.leading
  const bar = { x, y: top + textHeight + 2, width: room * cell.share, height: BAR }
  const filled: Mark =
    level === 'senior'
      ? { kind: 'rect', ...bar, fill: 'senior' }
      : { kind: 'rect', ...bar, fill: 'paper', stroke: 'department', strokeWidth: 1.2 }
  const track = hairline(x, bar.y + BAR / 2, x + room, bar.y + BAR / 2)
  return {
    marks: [...textBlock(lines, x, top, { ...SMALL, fill: 'ink' }), track, filled],
    height: textHeight + BAR + 3,
  }
}

function describe(parts: readonly LevelMatrixPart[], sides: readonly string[]): string {
  return parts
    .flatMap(({ rows }) => rows)
    .map((row) => {
      const said = sides.slice(0, row.sides.length).map((side, index) => {
        const cells = LEVELS.map(
          (level) =>
            `${POSITION_NAMES[level].toLowerCase()} ${row.sides[index]?.[level]?.shown ?? 'not listed'}`,
        )
        const names = row.names?.[index]?.length ? ` (${row.names[index].join(', ')})` : ''
        return `${side.toLowerCase()}: ${cells.join(', ')}${names}`
      })
      return `${row.label}: ${said.join('; ')}.`
    })
    .join(' ')
}
