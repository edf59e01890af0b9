import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { Kysely, sql } from 'kysely'
import { writeCopy } from './backup.ts'
import {
  APPLICATION_ID,
  refuseDamage,
  refuseForeignFile,
  refuseNetworkShare,
  refuseNewerSchema,
  refuseOldLibrary,
} from './boot-checks.ts'
import type { DiskFailedError } from './busy.ts'
import { lockDatabase } from './database-lock.ts'
import { makeFolder } from './make-folder.ts'
import { backupPath, latestVersion, MIGRATIONS, type Migration, migrate } from './migrate.ts'
import { BUSY_TIMEOUT_MS, type NativeDatabase, openNative } from './native.ts'
import { DatabaseRefusedError } from './refused.ts'
import type { Database } from './schema.ts'
import { refuseLostDatabase, refuseLostWriteAheadFile } from './side-files.ts'
import { sqliteDialect } from './sqlite-dialect.ts'

export interface OpenOptions {
  /** Told the text of every statement, before it runs. */
  onStatement?: (sql: string) => void
  /** Told once that the disk has failed: nothing more can be read or saved until the database is opened anew. */
  onDiskFailure?: (failure: DiskFailedError) => void
  migrations?: readonly Migration[]
}

type ConnectOptions = OpenOptions & { isNew: boolean; onClose?: () => void }

/**
 * Opens the database at `path`, making it if there is none, and closes it with `db.destroy()`. An existing file that
 * does not pass the checks is left as it is.
 *
 * @throws {DatabaseRefusedError} naming the file, the check and what to do
 */
export async function openDatabase(path: string, options: OpenOptions = {}): Promise<Kysely<Database>> {
  if (path === ':memory:') return (await connect(path, { ...options, isNew: true })).db
  const file = resolve(path)
  makeFolder(dirname(file))
  refuseNetworkShare(file, dirname(file))
  const lock = await lockDatabase(file)
  try {
    if (existsSync(file)) refuseIncomplete(file)
    else await createDatabase(file, options.migrations)
    return (await connect(file, { ...options, isNew: false, onClose: lock.release })).db
  } catch (error) {
    lock.release()
    throw error
  }
}

function refuseIncomplete(file: string): void {
  refuseForeignFile(file)
  refuseLostWriteAheadFile(file)
}

/** A new database is made in memory and written whole, so a start that is cut short leaves nothing half-made. */
async function createDatabase(file: string, migrations?: readonly Migration[]): Promise<void> {
  refuseLostDatabase(file)
  const { db, native } = await connect(':memory:', { migrations, isNew: true })
  await writeCopy(native, file)
  await db.destroy()
}

async function connect(
  path: string,
  options: ConnectOptions,
): Promise<{ db: Kysely<Database>; native: NativeDatabase }> {
  const { migrations = MIGRATIONS, onStatement, onClose, onDiskFailure } = options
  await refuseOldLibrary(path)
  const native = await openNative(path)
  try {
    setPragmas(native, path)
    if (options.isNew) native.exec(`pragma application_id = ${APPLICATION_ID}`)
    refuseDamage(native, path)
    refuseNewerSchema(native, path, latestVersion(migrations))
    const db = new Kysely<Database>({
      dialect: sqliteDialect({ native, onStatement, onClose, onDiskFailure }),
    })
    await migrateOrRefuse(db, native, path, migrations)
    // Kysely closes only a connection that it has used.
    await sql`select 1`.execute(db)
    return { db, native }
  } catch (error) {
    native.close()
    throw error
  }
}

async function migrateOrRefuse(
  db: Kysely<Database>,
  native: NativeDatabase,
  path: string,
  migrations: readonly Migration[],
): Promise<void> {
  try {
    await migrate(db, native, path, migrations)
  } catch (cause) {
    throw new DatabaseRefusedError({
      file: path,
      check: `The database could not be brought to the new schema (${messageOf(cause)}).`,
      advice: `The step that failed left nothing behind. The data as it was is at ${backupPath(path, migrations)}.`,
      cause,
    })
  }
}

/** The order matters: changing the journal mode may set `synchronous` back to a level that loses saves in a power cut. */
export function setPragmas(native: NativeDatabase, path: string): void {
  try {
    native.exec(`
      pragma journal_mode = wal;
      pragma synchronous = full;
      pragma foreign_keys = on;
      pragma busy_timeout = ${BUSY_TIMEOUT_MS};
      pragma secure_delete = on;
      pragma trusted_schema = off;
      pragma wal_autocheckpoint = 1000;
      pragma temp_store = memory;
    `)
  } catch (cause) {
    throw new DatabaseRefusedError({
      file: path,
      check: `SQLite cannot open the file (${messageOf(cause)}).`,
      advice:
        'Nothing was changed. Close other programs that use it; if that does not help, restore the newest backup.',
      cause,
    })
  }
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}
