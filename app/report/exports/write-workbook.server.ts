import writeExcelFile from 'write-excel-file/node'
import { excelText } from './excel-text.ts'
import { settledArchive } from './settled-archive.server.ts'
import type { Cell, Table } from './table.ts'

const WIDTHS = { number: 12, short: 18, long: 48 }
/** Texts of a column longer than this make it wide. */
const SHORT_TEXT = 24

/**
 * Tables as the sheets of a workbook. Texts are stored as texts, which nothing runs, word for word and without any mark;
 * numbers as numbers. The same tables give the same bytes.
 */
export async function writeWorkbook(tables: readonly Table[], day: string): Promise<Uint8Array> {
  const sheets = tables.map((table) => ({
    sheet: table.id,
    data: [table.columns.map(({ key }) => headCell(key)), ...table.rows.map((row) => row.map(cellOf))],
    columns: table.columns.map((_, index) => ({ width: widthOf(table, index) })),
    stickyRowsCount: 1,
  }))
  const bytes = await writeExcelFile(sheets).toBuffer()
  return settledArchive(bytes, day)
}

function headCell(key: string) {
  return { value: key, type: String, fontWeight: 'bold' as const }
}

function cellOf(cell: Cell) {
  if (cell === null || cell === '') return null
  if (typeof cell === 'number') return { value: cell, type: Number }
  return { value: excelText(cell), type: String, alignVertical: 'top' as const }
}

function widthOf({ columns, rows }: Table, index: number): number {
  if (columns[index]?.kind === 'number') return WIDTHS.number
  const long = rows.some((row) => String(row[index] ?? '').length > SHORT_TEXT)
  return long ? WIDTHS.long : WIDTHS.short
}
