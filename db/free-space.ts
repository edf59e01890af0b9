import { statfsSync } from 'node:fs'
import { dirname } from 'node:path'

/** Room for a copy before an upgrade, a backup beside it, and some weeks in which somebody reads the warning. */
export const LEAST_FREE_BYTES = 200 * 1024 * 1024

/** Whether the disk under the database is nearly full. */
export function isNearlyFull(path: string, least = LEAST_FREE_BYTES): boolean {
  if (path === ':memory:') return false
  const { bavail, bsize } = statfsSync(dirname(path))
  return bavail * bsize < least
}
