import { stringify } from 'csv-stringify/sync'
import { guardedText } from '#app/http/formula-guard.ts'
import type { Cell, Table } from './table.ts'

/**
 * A table as a file of comma-separated values. The first line says what was promised, so that the file cannot be parted
 * from it; the second names the columns. Texts stand in quotes and numbers do not; an empty cell is nothing at all.
 */
export function writeCsv(table: Table, promise: string): string {
  const lines: Cell[][] = [[promise], table.columns.map(({ key }) => key), ...table.rows]
  return stringify(
    lines.map((line) => line.map(guardedCell)),
    {
      bom: true,
      quoted_string: true,
      record_delimiter: 'windows',
    },
  )
}

function guardedCell(cell: Cell): Cell {
  return typeof cell === 'string' ? guardedText(cell) : cell
}
