export type Cell = string | number | null

export interface TableColumn {
  /** Name in the first line: lower case, for programs and people. */
  key: string
  kind: 'text' | 'number'
  /** What stands in it, for the sheet that explains the columns. */
  about: string
}

/** A table of an export, before it becomes a sheet or a file. A cell without a value is empty, never a dash or a zero. */
export interface Table {
  /** Name of the file and of the sheet. */
  id: string
  /** What is in it, in a sentence. */
  about: string
  columns: TableColumn[]
  rows: Cell[][]
}

export function text(key: string, about: string): TableColumn {
  return { key, kind: 'text', about }
}

export function number(key: string, about: string): TableColumn {
  return { key, kind: 'number', about }
}

/**
 * A table whose rows have a cell for every column.
 *
 * @throws {Error} if a row is of another width, or a cell of another kind than its column
 */
export function tableOf(table: Table): Table {
  for (const row of table.rows) {
    if (row.length !== table.columns.length) throw new Error(`a row of "${table.id}" has ${row.length} cells`)
    for (const [index, { key, kind }] of table.columns.entries()) {
      const cell = row[index]
      if (cell !== null && typeof cell !== (kind === 'number' ? 'number' : 'string'))
        throw new Error(`"${table.id}": ${key} is no ${kind}`)
    }
  }
  return table
}
