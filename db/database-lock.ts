import { closeSync, openSync } from 'node:fs'
import { isLocked } from './busy.ts'
import { openNative } from './native.ts'
import { DatabaseRefusedError } from './refused.ts'

/**
 * Keeps a second server off the same database. The lock is the operating system's, on an empty file beside the
 * database, taken through SQLite: it ends with the process however that ends, so it is never left behind, and the file
 * itself means nothing.
 *
 * @throws {DatabaseRefusedError} if another process, or this one, has the database open
 */
export async function lockDatabase(path: string): Promise<{ release(): void }> {
  const file = `${path}.lock`
  createPrivateFile(file)
  const native = await openNative(file)
  try {
    native.exec('begin exclusive')
  } catch (error) {
    native.close()
    if (!isLocked(error)) throw error
    throw new DatabaseRefusedError({
      file: path,
      check: 'Another Plumbline process has this database open.',
      advice: 'Stop that process first, or give this one a database of its own.',
      cause: error,
    })
  }
  return { release: () => native.close() }
}

// A file that exists is not opened here: closing it again would drop the lock this process may hold on it.
function createPrivateFile(file: string): void {
  try {
    closeSync(openSync(file, 'wx', 0o600))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}
