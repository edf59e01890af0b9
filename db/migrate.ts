import { sql, type Transaction } from 'kysely'
import { writeCopy } from './backup.ts'
import { inTransaction } from './in-transaction.ts'
import { firstTables } from './migrations/001-first-tables.ts'
import { codingBench } from './migrations/002-coding-bench.ts'
import { lineVectors } from './migrations/003-line-vectors.ts'
import { narrative } from './migrations/004-narrative.ts'
import { sharing } from './migrations/005-sharing.ts'
import { brand } from './migrations/006-brand.ts'
import { mail } from './migrations/007-mail.ts'
import { workspace } from './migrations/008-workspace.ts'
import { lifecycle } from './migrations/009-lifecycle.ts'
import { instruments } from './migrations/010-instruments.ts'
import { retention } from './migrations/011-retention.ts'
import { codes } from './migrations/012-codes.ts'
import { plan } from './migrations/013-plan.ts'
import { demandedFactor } from './migrations/014-demanded-factor.ts'
import { planReminders } from './migrations/015-plan-reminders.ts'
import { accounts } from './migrations/016-accounts.ts'
import type { NativeDatabase } from './native.ts'
import { readValue } from './native.ts'
import type { Database, Db } from './schema.ts'

export interface Migration {
  version: number
  name: string
  up(transaction: Transaction<Database>): Promise<void>
}

/** In order. One that was released is never edited: a change is a new one. */
export const MIGRATIONS: readonly Migration[] = [
  firstTables,
  codingBench,
  lineVectors,
  narrative,
  sharing,
  brand,
  mail,
  workspace,
  lifecycle,
  instruments,
  retention,
  codes,
  plan,
  demandedFactor,
  planReminders,
  accounts,
]

export function latestVersion(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.version ?? 0
}

/**
 * Brings the schema up to date. Each migration commits together with its record and the version, so the schema is the
 * old one or the new one and never between; a database that holds data is copied first.
 */
export async function migrate(
  db: Db,
  native: NativeDatabase,
  path: string,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<void> {
  const found = Number(readValue(native, 'pragma user_version'))
  const due = migrations.filter((migration) => migration.version > found)
  if (due.length > 0 && found > 0 && path !== ':memory:')
    await writeCopy(native, backupPath(path, migrations))
  for (const migration of due) await apply(db, migration)
}

export function backupPath(path: string, migrations: readonly Migration[]): string {
  return `${path}.before-${latestVersion(migrations)}.bak`
}

function apply(db: Db, { version, name, up }: Migration): Promise<void> {
  return inTransaction(db, async (transaction) => {
    await up(transaction)
    const { rows } = await sql`pragma foreign_key_check`.execute(transaction)
    if (rows.length > 0) throw new Error(`migration ${name} leaves rows that refer to missing rows`)
    await transaction.insertInto('migration').values({ version, name }).execute()
    await sql.raw(`pragma user_version = ${version}`).execute(transaction)
  })
}
