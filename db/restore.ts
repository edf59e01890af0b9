import { closeSync, copyFileSync, existsSync, openSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { checksum, moveDurably, refuseStranger } from './backup.ts'
import { refuseDamage, refuseForeignFile, refuseNewerSchema } from './boot-checks.ts'
import { lockDatabase } from './database-lock.ts'
import { makeFolder } from './make-folder.ts'
import { latestVersion, MIGRATIONS } from './migrate.ts'
import { openNative, readValue } from './native.ts'

export interface Restored {
  path: string
  sha256: string
  /** Where the database is that stood there before; null where there was none. */
  setAside: string | null
}

/**
 * Puts a backup in the place of the database at `path`, after all checks. A database that is there already is replaced only
 * where `replace` says so, and is then set aside, not deleted. Nothing changes unless everything goes well.
 *
 * @throws {Error} saying what is wrong and what to do
 */
export async function restoreDatabase(
  backup: string,
  path: string,
  { replace = false }: { replace?: boolean } = {},
): Promise<Restored> {
  if (!existsSync(backup)) throw new Error(`There is no backup at ${backup}.`)
  const sha256 = await verifyChecksum(backup)
  refuseForeignFile(backup)
  makeFolder(dirname(path))
  if (existsSync(path) && !replace)
    throw new Error(`There is a database at ${path} already. Say --replace to put the backup in its place.`)
  const lock = await lockDatabase(path)
  try {
    const partial = `${path}.restoring`
    copyPrivately(backup, partial)
    await verifyCopy(partial)
    const setAside = existsSync(path) ? setOldAside(path) : null
    moveDurably(partial, path)
    return { path, sha256, setAside }
  } finally {
    rmSync(`${path}.restoring`, { force: true })
    lock.release()
  }
}

/** A flipped byte inside a text passes every check that SQLite knows; the checksum beside the backup finds it. */
async function verifyChecksum(backup: string): Promise<string> {
  const beside = `${backup}.sha256`
  if (!existsSync(beside))
    throw new Error(
      `There is no ${basename(beside)} beside the backup, so nobody can tell whether it is whole.`,
    )
  const [stated] = readFileSync(beside, 'utf8').split(/\s/)
  const found = await checksum(backup)
  if (stated === found) return found
  throw new Error(
    `The backup is not what it was: its SHA-256 is ${found}, and ${basename(beside)} says ${stated}.`,
  )
}

function copyPrivately(from: string, to: string): void {
  rmSync(to, { force: true })
  closeSync(openSync(to, 'wx', 0o600))
  copyFileSync(from, to)
}

async function verifyCopy(file: string): Promise<void> {
  const native = await openNative(file, { readOnly: true })
  try {
    refuseStranger(native, file)
    refuseNewerSchema(native, file, latestVersion(MIGRATIONS))
    refuseDamage(native, file)
    const found = String(readValue(native, 'pragma integrity_check(1)'))
    if (found !== 'ok') throw new Error(`The backup is damaged (integrity_check: ${found}).`)
  } finally {
    native.close()
  }
}

/** With its write-ahead file, which belongs to it and to no other database. */
function setOldAside(path: string): string {
  let number = 1
  while (existsSync(`${path}.replaced-${number}`)) number += 1
  const aside = `${path}.replaced-${number}`
  for (const end of ['-wal', '-shm']) if (existsSync(path + end)) renameSync(path + end, aside + end)
  renameSync(path, aside)
  return aside
}
