/**
 * What was asked was not done, and may be tried again in a moment: another connection holds the database, or the disk
 * is full. Nothing was written.
 */
export class DatabaseBusyError extends Error {
  override name = 'DatabaseBusyError'
  readonly reason: 'locked' | 'disk-full'

  constructor(reason: 'locked' | 'disk-full', cause?: unknown) {
    super(reason === 'locked' ? 'The database is busy.' : 'The disk is full.', { cause })
    this.reason = reason
  }
}

const SQLITE_BUSY = 5
const SQLITE_FULL = 13
const SQLITE_CONSTRAINT = 19

export function isLocked(error: unknown): boolean {
  return primaryCode(error) === SQLITE_BUSY
}

/** Whether a row was refused because it contradicts others, or what its table allows. */
export function isAgainstRules(error: unknown): boolean {
  return primaryCode(error) === SQLITE_CONSTRAINT
}

/** SQLite's error as one that the edge knows, or as it came. */
export function knownError(error: unknown): unknown {
  if (primaryCode(error) === SQLITE_BUSY) return new DatabaseBusyError('locked', error)
  if (primaryCode(error) === SQLITE_FULL) return new DatabaseBusyError('disk-full', error)
  return error
}

/** The low byte of SQLite's extended code says the kind of error. */
function primaryCode(error: unknown): number | null {
  const code = (error as { errcode?: unknown } | null)?.errcode
  return typeof code === 'number' ? code & 0xff : null
}
