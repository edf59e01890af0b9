import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Runs with a folder that is gone afterwards. */
export async function inScratch<Result>(run: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-faults-'))
  try {
    return await run(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export function databaseIn(dataDir: string): string {
  return join(dataDir, 'plumbline.sqlite')
}

/**
 * The data folder as a crash left it, in another place, so that looking does not mend it. Without the shared memory,
 * which SQLite makes anew from the write-ahead file.
 */
export function copyOf(dataDir: string, target: string): string {
  rmSync(target, { recursive: true, force: true })
  cpSync(dataDir, target, { recursive: true, filter: (path) => !path.endsWith('-shm') })
  return target
}
