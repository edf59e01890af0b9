import type { Block } from '../document.ts'
import type { Measure } from './break-lines.ts'
import { STYLES, type TextStyle } from './paper-style.ts'
import { printable } from './printable.ts'
import { type Column, rowSlices } from './row-slices.ts'
import { type Element, element, type Ink, type Slice } from './slice.ts'
import { columnWidths } from './table-columns.ts'

type Table = Extract<Block, { kind: 'table' }>

const GAP = 14
/** A cell longer than this would take all the room from its neighbours. */
const WIDEST_WISH = 300
const WIDEST_WORD = 110
/** So many letters are wider than any column. */
const LONGEST_MEASURED = 120
const ROW_PADDING = 2.5
const DENSE_PADDING = 1.5
const DENSE_GAP = 9
const SHORT_TABLE = 230
/** Fewer rows than this are not left over for the next sheet. */
const LEAST_ROWS = 3

/** Caption, head and rows; hairlines between rows instead of boxes. The head is repeated on each further sheet. */
export function layOutTable(table: Table, parent: Element, width: number, measure: Measure): Slice[] {
  const node = element('Table', parent)
  const columns = placedColumns(table, width, measure)
  const captionSlices =
    printable(table.caption) === ''
      ? []
      : rowSlices(
          [captionColumn(table, node, width)],
          { before: 14, after: table.dense ? 1 : 3, keep: true, wide: true },
          measure,
        )
  const headSlices = headSlice(table, element('THead', node), columns, width, measure)
  const repeat = headSlice(table, null, columns, width, measure)[0]
  const body = element('TBody', node)
  const rows = table.rows.map((cells) => {
    const row = element('TR', body)
    const slices = rowSlices(
      columns.map((column, index) =>
        cellColumn(cells[index] ?? '', cellElement(table, row, cells, index), column, cellStyle(table)),
      ),
      { before: 0, after: paddingOf(table) * 2, wide: true, ground: (height) => [hairlineAt(height, width)] },
      measure,
    )
    return slices.map(
      (slice): Slice => ({ ...padded(slice, paddingOf(table)), ...(repeat ? { repeat } : {}) }),
    )
  })
  return [...captionSlices, ...headSlices, ...keptTogether(rows)]
}

function paddingOf({ dense }: Table): number {
  return dense ? DENSE_PADDING : ROW_PADDING
}

function cellStyle({ dense }: Table): TextStyle {
  return dense ? STYLES.denseCell : STYLES.cell
}

function headStyle({ dense }: Table): TextStyle {
  return dense ? STYLES.denseHead : STYLES.columnHead
}

/** A short table stays whole; of a longer one neither the first row nor the last few stand alone on a sheet. */
function keptTogether(rows: Slice[][]): Slice[] {
  const height = rows.flat().reduce((sum, slice) => sum + slice.height, 0)
  return rows.flatMap((slices, index) => {
    const atAnEnd = index === 0 || index > rows.length - 1 - LEAST_ROWS
    const joins = index < rows.length - 1 && (height <= SHORT_TABLE || atAnEnd)
    return slices.map((slice, place) =>
      joins && place === slices.length - 1 ? { ...slice, keep: true } : slice,
    )
  })
}

interface PlacedColumn {
  x: number
  width: number
  align: 'start' | 'end'
}

function placedColumns(table: Table, width: number, measure: Measure): PlacedColumn[] {
  const widest = (text: string, style: TextStyle) => measure(printable(text), style)
  const needs = table.columns.map(({ label, align }, index) => {
    const cells = table.rows.map((row) => row[index] ?? '')
    const words = (texts: string[]) => texts.flatMap((text) => text.split(/[\s/-]+/))
    const natural = Math.max(
      widest(label.slice(0, LONGEST_MEASURED), headStyle(table)),
      ...cells.map((cell) => widest(cell.slice(0, LONGEST_MEASURED), cellStyle(table))),
    )
    const least = Math.max(
      ...words([label]).map((word) => widest(word.slice(0, 40), headStyle(table))),
      ...words(cells).map((word) => widest(word.slice(0, 40), cellStyle(table))),
    )
    return {
      natural: Math.min(natural, WIDEST_WISH) + 1,
      least: Math.min(least, WIDEST_WORD) + 1,
      stretches: align === 'start',
    }
  })
  let x = 0
  const gap = table.dense ? DENSE_GAP : GAP
  const widths = columnWidths(needs, width - gap * (needs.length - 1))
  return table.columns.map(({ align }, index) => {
    const placed = { x, width: widths[index] ?? 0, align }
    x += placed.width + gap
    return placed
  })
}

function captionColumn(table: Table, node: Element, width: number): Column {
  const style = STYLES.caption
  return {
    element: element('Caption', node),
    x: 0,
    width,
    leading: style.leading,
    paragraphs: [[{ text: table.caption, style }]],
  }
}

function headSlice(
  table: Table,
  node: Element | null,
  columns: readonly PlacedColumn[],
  width: number,
  measure: Measure,
): Slice[] {
  const row = node && element('TR', node)
  const style = headStyle(table)
  const cells = table.columns.map(
    ({ label }, index): Column => ({
      ...(columns[index] ?? { x: 0, width: 0, align: 'start' }),
      element: row && element('TH', row, { scope: 'Column' }),
      leading: style.leading,
      paragraphs: [[{ text: label, style }]],
    }),
  )
  const ground = (height: number): Ink[] => [
    { kind: 'rule', x: 0, y: height - 0.8, width, height: 0.8, tone: 'muted' },
  ]
  return rowSlices(cells, { before: 4, after: 3, keep: true, wide: true, ground }, measure)
}

/** The first cell of a row of words says what the row is about. */
function cellElement(table: Table, row: Element, cells: readonly string[], index: number): Element {
  const headsRow = index === 0 && table.columns[0]?.align === 'start' && printable(cells[0] ?? '') !== ''
  return headsRow ? element('TH', row, { scope: 'Row' }) : element('TD', row)
}

function cellColumn(text: string, node: Element, column: PlacedColumn, style: TextStyle): Column {
  return { ...column, element: node, leading: style.leading, paragraphs: [[{ text, style }]] }
}

function hairlineAt(height: number, width: number): Ink {
  return { kind: 'rule', x: 0, y: height - 0.5, width, height: 0.5, tone: 'hairline' }
}

/** The text of a row stands in the middle of its height, which includes the padding above and below. */
function padded(slice: Slice, padding: number): Slice {
  const inks = slice.inks.map((ink) =>
    ink.kind === 'line' ? { ...ink, baseline: ink.baseline + padding } : ink,
  )
  return { ...slice, inks }
}
