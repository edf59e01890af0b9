import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

const KEPT_DAYS = 30
const DAY_MS = 86_400_000

/**
 * Removes the copies that migrations left beside the database, once they are a month old: they hold answers that have since
 * been deleted. Gives their number.
 */
export function removeOldCopies(path: string, now: Date): number {
  const folder = dirname(path)
  if (path === ':memory:' || !existsSync(folder)) return 0
  const start = `${basename(path)}.before-`
  const old = readdirSync(folder)
    .filter((name) => name.startsWith(start) && name.endsWith('.bak'))
    .map((name) => join(folder, name))
    .filter((file) => now.getTime() - statSync(file).mtimeMs > KEPT_DAYS * DAY_MS)
  for (const file of old) rmSync(file)
  return old.length
}
