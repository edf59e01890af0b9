import { existsSync, statSync } from 'node:fs'
import { DatabaseRefusedError } from './refused.ts'

/** What a database that went away leaves beside it says that there was one: no empty one is made in its place. */
export function refuseLostDatabase(file: string): void {
  const remains = [`${file}-wal`, `${file}-journal`].find(
    (name) => existsSync(name) && statSync(name).size > 0,
  )
  if (!remains) return
  throw new DatabaseRefusedError({
    file,
    check: `The database file is missing, but ${remains} is still here.`,
    advice: 'Put the database file back, or restore the newest backup and move the left-over file away.',
  })
}

/**
 * SQLite makes the write-ahead file first and removes it last, so its index alone is a sign that it was taken away, with
 * what was saved last. The database would open without a word, older than it was.
 */
export function refuseLostWriteAheadFile(file: string): void {
  if (existsSync(`${file}-wal`) || !existsSync(`${file}-shm`)) return
  throw new DatabaseRefusedError({
    file,
    check: `The file ${file}-wal is missing, and what was saved last stands in it; ${file}-shm is still here.`,
    advice: `Nothing was changed. Put ${file}-wal back, or restore the newest backup. If there is neither, move ${file}-shm away: the server then starts without what was saved last.`,
  })
}
