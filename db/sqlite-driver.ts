import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
  SelectQueryNode,
} from 'kysely'
import { bindable } from './bind-guard.ts'
import { DiskFailedError, knownError } from './busy.ts'
import type { NativeDatabase } from './native.ts'
import { before, PATIENCE_MS, untilUnlocked } from './patience.ts'
import { StatementCache } from './statement-cache.ts'
import { WriteTurns } from './write-turns.ts'

export interface SqliteDriverOptions {
  native: NativeDatabase
  /** Told the text of every statement, before it runs. */
  onStatement?: (sql: string) => void
  onClose?: () => void
  /** Told once that the disk has failed; from then on every statement is refused. */
  onDiskFailure?: (failure: DiskFailedError) => void
}

/** How long writers may follow one another before the event loop gets a turn. */
const LONGEST_RUN_MS = 20

/**
 * Kysely's driver for the one native connection of a process. The library is synchronous, so waiting for a lock inside
 * it would stop everybody: SQLite waits 50 ms, after that we wait outside, up to a second. Only the first writer in the
 * queue tries, and reads go on meanwhile; they wait only while a transaction of our own is under way.
 */
export class SqliteDriver implements Driver {
  readonly #native: NativeDatabase
  readonly #statements: StatementCache
  readonly #turns = new WriteTurns()
  readonly #options: SqliteDriverOptions
  #failure: DiskFailedError | null = null
  /** When others than writers last had their turn. */
  #restedAt = 0
  #transaction: { owner: DatabaseConnection; ended: Promise<void>; end: () => void } | null = null

  constructor(options: SqliteDriverOptions) {
    this.#native = options.native
    this.#statements = new StatementCache(options.native)
    this.#options = options
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return new SqliteConnection((connection, query) => this.#execute(connection, query))
  }

  async releaseConnection(): Promise<void> {}

  async beginTransaction(owner: DatabaseConnection): Promise<void> {
    this.#options.onStatement?.('begin immediate')
    const deadline = performance.now() + PATIENCE_MS
    await this.#turns.take(deadline)
    try {
      await this.#onSoundDisk(() => untilUnlocked(() => this.#native.exec('begin immediate'), deadline))
    } catch (error) {
      this.#turns.give()
      throw error
    }
    let end = () => {}
    const ended = new Promise<void>((resolve) => {
      end = resolve
    })
    this.#transaction = { owner, ended, end }
  }

  async commitTransaction(): Promise<void> {
    this.#options.onStatement?.('commit')
    await this.#onSoundDisk(async () => {
      try {
        this.#native.exec('commit')
      } catch (error) {
        throw knownError(error)
      }
    })
    this.#endTransaction()
  }

  async rollbackTransaction(): Promise<void> {
    this.#options.onStatement?.('rollback')
    try {
      // A full disk has already rolled it back, and a second time would hide the first error behind its own.
      if (this.#native.isTransaction) this.#native.exec('rollback')
    } finally {
      this.#endTransaction()
    }
  }

  async destroy(): Promise<void> {
    try {
      // The package keeps a connection half open until its statements are collected, so closing does not do this.
      if (!this.#failure) this.#native.exec('pragma wal_checkpoint(truncate)')
    } finally {
      this.#native.close()
      this.#options.onClose?.()
    }
  }

  #endTransaction(): void {
    const transaction = this.#transaction
    this.#transaction = null
    transaction?.end()
    this.#giveTurn()
  }

  /** The next in line begins at once: a long line, each waiting for the disk, would stop everything else. */
  #giveTurn(): void {
    const mayGoOn = performance.now() - this.#restedAt < LONGEST_RUN_MS
    if (mayGoOn) this.#turns.give()
    else
      setImmediate(() => {
        this.#restedAt = performance.now()
        this.#turns.give()
      })
  }

  #execute<Row>(connection: DatabaseConnection, query: CompiledQuery): Promise<QueryResult<Row>> {
    this.#options.onStatement?.(query.sql)
    return this.#onSoundDisk(() => this.#inTurn(connection, query))
  }

  /** After a fault nothing is tried again: a sync that failed once may report success without having written. */
  async #onSoundDisk<Result>(run: () => Promise<Result>): Promise<Result> {
    if (this.#failure) throw this.#failure
    try {
      return await run()
    } catch (error) {
      if (error instanceof DiskFailedError && !this.#failure) {
        this.#failure = error
        this.#options.onDiskFailure?.(error)
      }
      throw error
    }
  }

  async #inTurn<Row>(connection: DatabaseConnection, query: CompiledQuery): Promise<QueryResult<Row>> {
    const run = () => this.#run<Row>(query)
    const deadline = performance.now() + PATIENCE_MS
    // The lock is already held inside a transaction, so waiting would not help: one attempt.
    if (this.#transaction?.owner === connection) return untilUnlocked(run, 0)
    if (SelectQueryNode.is(query.query)) {
      while (this.#transaction) await before(deadline, this.#transaction.ended)
      return untilUnlocked(run, deadline)
    }
    await this.#turns.take(deadline)
    try {
      return await untilUnlocked(run, deadline)
    } finally {
      this.#giveTurn()
    }
  }

  #run<Row>(query: CompiledQuery): QueryResult<Row> {
    if (this.#failure) throw this.#failure
    const parameters = query.parameters.map(bindable)
    const { native, reader } = this.#statements.prepare(query.sql)
    if (reader) return { rows: native.all(...parameters).map((row) => ({ ...row })) }
    const { changes, lastInsertRowid } = native.run(...parameters)
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) }
  }
}

/** One caller's view of the shared native connection; a transaction belongs to the connection that began it. */
class SqliteConnection implements DatabaseConnection {
  readonly #execute: (connection: DatabaseConnection, query: CompiledQuery) => Promise<QueryResult<unknown>>

  constructor(
    execute: (connection: DatabaseConnection, query: CompiledQuery) => Promise<QueryResult<unknown>>,
  ) {
    this.#execute = execute
  }

  executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    return this.#execute(this, query) as Promise<QueryResult<Row>>
  }

  async *streamQuery<Row>(query: CompiledQuery): AsyncIterableIterator<QueryResult<Row>> {
    yield await this.executeQuery<Row>(query)
  }
}
