import type { NativeDatabase, NativeStatement } from './native.ts'

const MOST_STATEMENTS = 200
const KEEPS_SCHEMA = /^\s*(select|insert|update|delete|with)\b/i

export interface PreparedStatement {
  native: NativeStatement
  /** Whether it gives rows: a query, or a write with a returning clause. */
  reader: boolean
}

/**
 * Prepared statements by their text, the least recently used dropped first. Preparing anew each time holds native
 * memory until the event loop turns, which a loop of awaited queries never lets it.
 */
export class StatementCache {
  readonly #native: NativeDatabase
  readonly #statements = new Map<string, PreparedStatement>()

  constructor(native: NativeDatabase) {
    this.#native = native
  }

  get size(): number {
    return this.#statements.size
  }

  prepare(sql: string): PreparedStatement {
    if (!KEEPS_SCHEMA.test(sql)) {
      this.#statements.clear()
      return this.#prepareAnew(sql)
    }
    const statement = this.#statements.get(sql) ?? this.#prepareAnew(sql)
    this.#statements.delete(sql)
    this.#statements.set(sql, statement)
    const [oldest] = this.#statements.keys()
    if (this.#statements.size > MOST_STATEMENTS && oldest !== undefined) this.#statements.delete(oldest)
    return statement
  }

  #prepareAnew(sql: string): PreparedStatement {
    const native = this.#native.prepare(sql)
    return { native, reader: native.columns().length > 0 }
  }
}
