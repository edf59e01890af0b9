import { textWidth, wrapText } from '#app/charts/text-width.ts'
import type { Block } from '../document.ts'

type Table = Extract<Block, { kind: 'table' }>

/** Type sizes of a table, the first at which all its rows fit. */
const SIZES = [14, 12.5, 11]
const LEADING = 1.32
export const CELL_PAD = 4
const NARROWEST = 64
const SPARE = 1.08

export interface FittedTable {
  columns: Table['columns']
  /** Points. */
  widths: number[]
  rows: string[][]
  heights: number[]
  size: number
  /** Rows that there was no room for. */
  left: number
}

/** A table as large as lets all its rows in, or the rows that fit; columns are as wide as their words ask for. */
export function fitTable(table: Table, width: number, height: number): FittedTable {
  const tried = SIZES.map((size) => fitAt(table, width, height, size))
  return tried.find(({ left }) => left === 0) ?? fitAt(table, width, height, Math.min(...SIZES))
}

function fitAt({ columns, rows }: Table, width: number, height: number, size: number): FittedTable {
  const widths = columnWidths(columns, rows, width, size)
  const head = columns.map(({ label }) => label)
  const heights = [rowHeight(head, widths, size)]
  let used = heights[0] ?? 0
  for (const row of rows) {
    const next = rowHeight(row, widths, size)
    if (used + next > height) break
    heights.push(next)
    used += next
  }
  const shown = rows.slice(0, heights.length - 1)
  return { columns, widths, rows: shown, heights, size, left: rows.length - shown.length }
}

function columnWidths(columns: Table['columns'], rows: Table['rows'], width: number, size: number): number[] {
  const wanted = columns.map(({ label }, index) => {
    const cells = rows.map((row) => textWidth(row[index] ?? '', size))
    const mean = cells.reduce((sum, cell) => sum + cell, 0) / Math.max(1, cells.length)
    // The root keeps a column of sentences from taking what a column of names needs.
    return Math.max(NARROWEST, textWidth(label, size, 'semibold') + 12, 22 * Math.sqrt(mean))
  })
  const sum = wanted.reduce((total, one) => total + one, 0)
  return wanted.map((one) => (one / sum) * width)
}

function rowHeight(cells: readonly string[], widths: readonly number[], size: number): number {
  const lines = cells.map((cell, index) => {
    const measure = Math.max(20, (widths[index] ?? 0) - 2 * CELL_PAD) / SPARE
    return wrapText(cell, measure, { size, mostLines: 40 }).length
  })
  return Math.max(1, ...lines) * LEADING * size + 2 * CELL_PAD
}
