import { existsSync } from 'node:fs'
import { Kysely } from 'kysely'
import { refuseStranger } from './backup.ts'
import { latestVersion, MIGRATIONS } from './migrate.ts'
import { openNative, readValue } from './native.ts'
import { setPragmas } from './open-database.ts'
import type { Database } from './schema.ts'
import { sqliteDialect } from './sqlite-dialect.ts'

/**
 * Opens a database for a command's short write, whether a server has it open or not. It is taken as it is: nothing is made,
 * brought up to date or mended.
 *
 * @throws {DatabaseRefusedError} if the file is not a database of ours
 */
export async function openBeside(path: string): Promise<Kysely<Database>> {
  if (!existsSync(path)) throw new Error(`There is no database at ${path}.`)
  const native = await openNative(path)
  try {
    refuseStranger(native, path)
    const found = Number(readValue(native, 'pragma user_version'))
    const known = latestVersion(MIGRATIONS)
    if (found !== known)
      throw new Error(
        `The database has schema ${found}, this version ${known}: start the server with it first.`,
      )
    setPragmas(native, path)
    return new Kysely<Database>({ dialect: sqliteDialect({ native }) })
  } catch (error) {
    native.close()
    throw error
  }
}
