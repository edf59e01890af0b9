import { createHash } from 'node:crypto'
import {
  closeSync,
  createReadStream,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { APPLICATION_ID, refuseDamage } from './boot-checks.ts'
import { type NativeDatabase, openNative, readValue } from './native.ts'
import { DatabaseRefusedError } from './refused.ts'

export interface Backup {
  path: string
  bytes: number
  sha256: string
}

/**
 * Copies a database while it is in use. Copying the file instead would lose what still stands in the write-ahead file,
 * without an error. The copy is checked before it gets its name; its checksum is put beside it, as `sha256sum -c` reads.
 *
 * @throws {DatabaseRefusedError} if the source is not a database of ours, or the copy does not pass the checks
 */
export async function backupDatabase(path: string, target: string): Promise<Backup> {
  if (existsSync(target)) throw new Error(`${target} exists already; a backup never replaces another file.`)
  if (!existsSync(path)) throw new Error(`There is no database at ${path}.`)
  const native = await openNative(path, { readOnly: true })
  try {
    refuseStranger(native, path)
    await writeCopy(native, target)
  } finally {
    native.close()
  }
  const sha256 = await checksum(target)
  writeFileSync(`${target}.sha256`, `${sha256}  ${basename(target)}\n`, { mode: 0o600 })
  return { path: target, bytes: statSync(target).size, sha256 }
}

/** Writes a whole, checked copy to `target`, which is replaced at once or not at all. */
export async function writeCopy(native: NativeDatabase, target: string): Promise<void> {
  const partial = `${target}.partial`
  rmSync(partial, { force: true })
  closeSync(openSync(partial, 'wx', 0o600))
  native.prepare('vacuum into ?').run(partial)
  const copy = await openNative(partial, { readOnly: true })
  try {
    refuseDamage(copy, partial)
  } finally {
    copy.close()
  }
  moveDurably(partial, target)
}

/** SQLite does not wait until a copy is on the disk: that is done here, for the file and for its name. */
export function moveDurably(from: string, to: string): void {
  syncToDisk(from, 'r+')
  renameSync(from, to)
  if (process.platform !== 'win32') syncToDisk(dirname(to), 'r')
}

function syncToDisk(path: string, flags: string): void {
  const file = openSync(path, flags)
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

export function refuseStranger(native: NativeDatabase, path: string): void {
  if (applicationId(native) === APPLICATION_ID) return
  throw new DatabaseRefusedError({
    file: path,
    check: 'The file is not a Plumbline database.',
    advice: 'Check the path of the database.',
  })
}

function applicationId(native: NativeDatabase): number | null {
  try {
    return Number(readValue(native, 'pragma application_id'))
  } catch {
    return null
  }
}

export async function checksum(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
