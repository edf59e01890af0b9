import { closeSync, openSync, readSync, statfsSync, statSync } from 'node:fs'
import { isAtLeast, type NativeDatabase, OLDEST_LIBRARY, openNative, readValue } from './native.ts'
import { DatabaseRefusedError } from './refused.ts'

/** "PLMB": stands in the header of every database of ours. */
export const APPLICATION_ID = 0x504c4d42

const RESTORE = 'Nothing was changed. Move the file away and restore the newest backup in its place.'
const HEADER_BYTES = 100
const APPLICATION_ID_OFFSET = 68
const NETWORK_FILE_SYSTEMS = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xff534d42, 'CIFS'],
  [0xfe534d42, 'SMB'],
  [0x5346414f, 'AFS'],
])

/** SQLite's locks and its shared memory do not work across machines. */
export function refuseNetworkShare(path: string, folder: string): void {
  const kind =
    process.platform === 'linux' ? NETWORK_FILE_SYSTEMS.get(statfsSync(folder).type >>> 0) : undefined
  if (!kind) return
  throw new DatabaseRefusedError({
    file: path,
    check: `The folder is on a network share (${kind}).`,
    advice: 'Put the database on a disk of this machine.',
  })
}

/** Looks at the first bytes before SQLite does, which would take an empty file for a new database. */
export function refuseForeignFile(path: string): void {
  const refuse = (check: string, advice = RESTORE) => new DatabaseRefusedError({ file: path, check, advice })
  const { size } = statSync(path)
  if (size === 0) throw refuse('The database file is empty (0 bytes).')
  const header = Buffer.alloc(HEADER_BYTES)
  const file = openSync(path, 'r')
  readSync(file, header)
  closeSync(file)
  if (header.toString('latin1', 0, 16) !== 'SQLite format 3\0')
    throw refuse('The file is not an SQLite database.')
  if (header.readUInt32BE(APPLICATION_ID_OFFSET) !== APPLICATION_ID) {
    throw refuse(
      'The file is an SQLite database of another program.',
      'Nothing was changed. Check the path of the database in the configuration.',
    )
  }
}

/** Asked of a connection without a file, so that a damaged one is not touched before this is known. */
export async function refuseOldLibrary(path: string): Promise<void> {
  const native = await openNative(':memory:')
  const version = String(readValue(native, 'select sqlite_version()'))
  native.close()
  if (isAtLeast(version, OLDEST_LIBRARY)) return
  throw new DatabaseRefusedError({
    file: path,
    check: `The SQLite library is version ${version}; versions before ${OLDEST_LIBRARY} can damage a database.`,
    advice: 'Install the dependencies again with npm ci.',
  })
}

export function refuseNewerSchema(native: NativeDatabase, path: string, known: number): void {
  const found = Number(readValue(native, 'pragma user_version'))
  if (found <= known) return
  throw new DatabaseRefusedError({
    file: path,
    check: `The database has schema ${found}, this version of Plumbline knows schema ${known}.`,
    advice: 'Start the newer version again, or restore the backup that was made before the upgrade.',
  })
}

export function refuseDamage(native: NativeDatabase, path: string): void {
  const refuse = (check: string, cause?: unknown) =>
    new DatabaseRefusedError({ file: path, check, advice: RESTORE, cause })
  const found = quickCheck(native)
  if (found !== 'ok') throw refuse(`The database is damaged (quick_check: ${found}).`)
  const orphan = native.prepare('pragma foreign_key_check').get() as { table: string } | undefined
  if (orphan)
    throw refuse(`A row of the table ${orphan.table} refers to a row that is missing (foreign_key_check).`)
}

function quickCheck(native: NativeDatabase): string {
  try {
    return String(readValue(native, 'pragma quick_check(1)'))
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
