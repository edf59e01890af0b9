import type { Transaction } from 'kysely'
import type { Database, Db } from './schema.ts'

/**
 * Runs `fn` whole or not at all. The lock for writing is taken first, so what `fn` reads cannot change under it. Inside,
 * use only the transaction that is passed, and wait for nothing but the database. Within a transaction it joins in.
 */
export function inTransaction<Result>(
  db: Db,
  fn: (transaction: Transaction<Database>) => Promise<Result>,
): Promise<Result> {
  return db.isTransaction ? fn(db as Transaction<Database>) : db.transaction().execute(fn)
}
