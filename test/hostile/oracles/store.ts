import { openNative } from '#db/native.ts'

export type RowCounts = Record<string, number>

/** Reads the database beside the running server, without being able to change it. */
export async function query(
  path: string,
  sql: string,
  ...values: string[]
): Promise<Record<string, unknown>[]> {
  const native = await openNative(path, { readOnly: true })
  try {
    return native.prepare(sql).all(...values) as Record<string, unknown>[]
  } finally {
    native.close()
  }
}

/** How many rows each table holds. */
export async function rowCounts(path: string): Promise<RowCounts> {
  const tables = await query(path, "select name from sqlite_master where type = 'table' order by name")
  const counts: RowCounts = {}
  for (const { name } of tables) {
    const [row] = await query(path, `select count(*) as rows from "${String(name)}"`)
    counts[String(name)] = Number(row?.rows)
  }
  return counts
}

/** The tables in which rows came or went. */
export function changedTables(before: RowCounts, after: RowCounts): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...names].filter((name) => before[name] !== after[name])
}

/** Cells of the whole database that are no valid UTF-8, and what SQLite itself has to say. */
export async function storeFaults(path: string): Promise<string[]> {
  const faults: string[] = []
  const [check] = await query(path, 'pragma integrity_check')
  if (Object.values(check ?? {})[0] !== 'ok') faults.push(`integrity_check: ${JSON.stringify(check)}`)
  const tables = await query(path, "select name from sqlite_master where type = 'table'")
  for (const { name } of tables) {
    const columns = await query(path, `select name from pragma_table_info('${String(name)}')`)
    for (const column of columns) {
      const cell = `"${String(column.name)}"`
      const rows = await query(
        path,
        `select cast(${cell} as blob) as bytes from "${String(name)}" where typeof(${cell}) = 'text'`,
      )
      if (rows.some(({ bytes }) => !isUtf8(bytes as Uint8Array)))
        faults.push(`${String(name)}.${String(column.name)} holds bytes that are no UTF-8`)
    }
  }
  return faults
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    return !text.includes('\u0000')
  } catch {
    return false
  }
}
