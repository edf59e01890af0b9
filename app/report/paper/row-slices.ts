import { breakText, endWithSpace, type Measure, type Run } from './break-lines.ts'
import { type Direction, directionOf } from './direction.ts'
import type { TextStyle } from './paper-style.ts'
import type { Element, Ink, Slice } from './slice.ts'

/** Text set in a column of its own beside others. */
export interface Column {
  element: Element | null
  x: number
  width: number
  /** Each begins on a line of its own. */
  paragraphs: Run[][]
  leading: number
  /** Distance of the first line from the top of the row. */
  top?: number
  align?: 'start' | 'end'
}

export interface RowSpacing {
  before: number
  after?: number
  keep?: boolean
  wide?: boolean
  /** Set in the margin, beside the first piece of the row. */
  note?: Column
  /** Ink behind the text of each slice of the row, such as a hairline above the first. */
  ground?: (height: number, index: number) => Ink[]
}

/** A row up to this height stays in one piece; a higher one is parted into pieces of about half of it. */
const WHOLE = 190
const PIECE = 94

/** Columns side by side, parted only where they are too high to move to the next sheet as a whole. */
export function rowSlices(columns: readonly Column[], spacing: RowSpacing, measure: Measure): Slice[] {
  const set = columns.map((column) => ({
    column,
    lines: linesOf(column, measure),
  }))
  const height = Math.max(...set.map(({ column, lines }) => lines.length * column.leading), 0)
  const pieceHeight = height <= WHOLE ? Number.POSITIVE_INFINITY : PIECE
  const linesAPiece = (column: Column) => Math.max(1, Math.floor(pieceHeight / column.leading))
  const pieces = Math.max(1, ...set.map(({ column, lines }) => Math.ceil(lines.length / linesAPiece(column))))
  return Array.from({ length: pieces }, (_, index) => {
    const parts = set.map(({ column, lines }) => ({
      column,
      lines:
        pieces === 1 ? lines : lines.slice(index * linesAPiece(column), (index + 1) * linesAPiece(column)),
    }))
    return pieceSlice(parts, spacing, { index, last: index === pieces - 1 }, measure)
  })
}

function pieceSlice(
  parts: { column: Column; lines: Line[] }[],
  spacing: RowSpacing,
  place: { index: number; last: boolean },
  measure: Measure,
): Slice {
  const text = Math.max(
    ...parts.map(({ column, lines }) => lines.length * column.leading + (column.top ?? 0)),
    0,
  )
  const height = text + (place.last ? (spacing.after ?? 0) : 0)
  return {
    before: place.index === 0 ? spacing.before : 0,
    height,
    keep: place.last && (spacing.keep ?? false),
    wide: spacing.wide ?? false,
    ...(spacing.note && place.index === 0 ? { note: noteOf(spacing.note, measure) } : {}),
    inks: [
      ...(spacing.ground?.(height, place.index) ?? []),
      ...parts.flatMap(({ column, lines }) => lineInks(column, lines, measure)),
    ],
  }
}

function noteOf(column: Column, measure: Measure): NonNullable<Slice['note']> {
  const lines = linesOf(column, measure)
  return { height: lines.length * column.leading + (column.top ?? 0), inks: lineInks(column, lines, measure) }
}

interface Line {
  runs: Run[]
  /** That of its paragraph. */
  direction: Direction
  /** The side of the column that it keeps to. */
  side: 'left' | 'right'
}

function linesOf(column: Column, measure: Measure): Line[] {
  return column.paragraphs.flatMap((paragraph, index) => {
    const lines = breakText(paragraph, column.width, measure)
    const last = lines.at(-1)
    if (last && index < column.paragraphs.length - 1) endWithSpace(last)
    const direction = directionOf(paragraph.map(({ text }) => text).join(''))
    // Who reads from right to left looks for the next line at the right; a label stays below the labels above it.
    const side = column.align === 'end' || (direction === 'rtl' && lines.length > 1) ? 'right' : 'left'
    return lines.map((runs): Line => ({ runs, direction, side }))
  })
}

function lineInks(column: Column, lines: readonly Line[], measure: Measure): Ink[] {
  return lines.map(({ runs, direction, side }, index) => {
    const spare = side === 'right' ? column.width - seenWidth(runs, measure) : 0
    // The space that a line ends with stands before it where the line runs from right to left.
    const x = column.x + spare - (direction === 'rtl' ? endSpace(runs, measure) : 0)
    const baseline = index * column.leading + baselineOf(column) + (column.top ?? 0)
    return { kind: 'line', element: column.element, x, baseline, runs, direction }
  })
}

/** Without the space that a line may end with. */
function seenWidth(runs: readonly Run[], measure: Measure): number {
  return runs.reduce((sum, { text, style }) => sum + measure(text, style), -endSpace(runs, measure))
}

function endSpace(runs: readonly Run[], measure: Measure): number {
  const last = runs.at(-1)
  return last?.text.endsWith(' ') ? measure(' ', last.style) : 0
}

/** From the top of a line to its baseline: the letters' own height, about three quarters of the size, set in the middle. */
function baselineOf({ paragraphs, leading }: Column): number {
  const style: TextStyle | undefined = paragraphs.flat().find(({ style }) => style.rise === undefined)?.style
  const size = style?.size ?? leading * 0.7
  return (leading - size) / 2 + size * 0.79
}
