import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Makes a folder that only its owner may read, with the folders above it that are missing. Node's own way tries for ever
 * where a file system takes no folders, as /proc does.
 *
 * @throws {Error} in words, where there is no making it
 */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return
    throw new Error(`The folder ${folder} cannot be made (${code}). Choose another one, or make it by hand.`)
  }
}
