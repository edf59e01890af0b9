import { DatabaseSync } from '@photostructure/sqlite'
import { databaseIn } from './scratch.ts'

type Parameter = string | number | null

/** Rows of a data folder, read beside a server that may be running. */
export function rowsOf<Row>(dataDir: string, sql: string, ...parameters: Parameter[]): Row[] {
  const native = new DatabaseSync(databaseIn(dataDir), { readOnly: true, timeout: 5000 })
  try {
    return native.prepare(sql).all(...parameters) as Row[]
  } finally {
    native.close()
  }
}

export function rowOf<Row>(dataDir: string, sql: string, ...parameters: Parameter[]): Row | undefined {
  return rowsOf<Row>(dataDir, sql, ...parameters)[0]
}

/** What the full check of the database says: "ok", or what is wrong with it. */
export function integrityOf(dataDir: string): string {
  return rowOf<{ integrity_check: string }>(dataDir, 'pragma integrity_check')?.integrity_check ?? 'no answer'
}
