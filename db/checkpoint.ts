import { sql } from 'kysely'
import type { Db } from './schema.ts'

/**
 * Moves everything from the write-ahead file into the database and empties that file, so that no copy of what was
 * deleted stays in it. Where somebody else is reading it does what it can; the next one does the rest.
 */
export async function emptyWriteAheadFile(db: Db): Promise<void> {
  if (db.isTransaction) return
  await sql`pragma wal_checkpoint(truncate)`.execute(db)
}
