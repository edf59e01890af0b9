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

/**
 * The disk failed to read, write or sync. What it says next proves nothing, so the connection is not used again: the
 * server has to start anew, which reads what is really there. To whoever asks, it is a server that is back in a moment.
 */
export class DiskFailedError extends DatabaseBusyError {
  override name = 'DiskFailedError'

  constructor(cause: unknown) {
    super('locked', cause)
    this.message = `The disk failed (${cause instanceof Error ? cause.message : String(cause)}).`
  }
}

const SQLITE_BUSY = 5
const SQLITE_IOERR = 10
const SQLITE_FULL = 13
const SQLITE_CONSTRAINT = 19
const SQLITE_IOERR_NOMEM = 3082
/** The shared memory cannot grow, on a disk that is full. */
const SQLITE_IOERR_SHMSIZE = 4874

const SENTENCES = [
  ['database is locked', SQLITE_BUSY],
  ['disk I/O error', SQLITE_IOERR],
  ['database or disk is full', SQLITE_FULL],
  ['constraint failed', SQLITE_CONSTRAINT],
] as const

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
  if (isFull(error)) return new DatabaseBusyError('disk-full', error)
  if (isDiskFault(error)) return new DiskFailedError(error)
  return error
}

function isFull(error: unknown): boolean {
  return primaryCode(error) === SQLITE_FULL || extendedCode(error) === SQLITE_IOERR_SHMSIZE
}

function isDiskFault(error: unknown): boolean {
  return primaryCode(error) === SQLITE_IOERR && extendedCode(error) !== SQLITE_IOERR_NOMEM
}

/** The low byte of SQLite's extended code says the kind of error. */
function primaryCode(error: unknown): number | null {
  const code = extendedCode(error)
  return code === null ? null : code & 0xff
}

/** The package gives no number where the statement gives rows; SQLite's sentence is the same. */
function extendedCode(error: unknown): number | null {
  const { code, errcode, message } = (error ?? {}) as { code?: unknown; errcode?: unknown; message?: unknown }
  if (typeof errcode === 'number') return errcode
  if (code !== 'ERR_SQLITE_ERROR') return null
  return SENTENCES.find(([sentence]) => String(message).includes(sentence))?.[1] ?? null
}
