import { Kysely } from 'kysely'
import { givenValue } from '#app/answers/answer.ts'
import { DatabaseBusyError } from '#db/busy.ts'
import { listDrafts, saveDrafts } from '#db/drafts.ts'
import { inTransaction } from '#db/in-transaction.ts'
import { openNative } from '#db/native.ts'
import type { Database, Db } from '#db/schema.ts'
import { sqliteDialect } from '#db/sqlite-dialect.ts'

/** What one of the processes has to say when it is done. */
export interface Counted {
  acknowledged: number
  /** Somebody would have been asked to try again: the other process held the database for a second. */
  askedToWait: number
  /** Anything else, in the words of the database. */
  faults: string[]
}

/**
 * Reads a number out of a draft, writes the next one, and does it again. Two of these on one file lose a number where a
 * transaction of one reads what a transaction of the other is about to change.
 */
async function count(path: string, participationId: string, times: number): Promise<Counted> {
  const native = await openNative(path)
  const db = new Kysely<Database>({ dialect: sqliteDialect({ native }) })
  const counted: Counted = { acknowledged: 0, askedToWait: 0, faults: [] }
  while (counted.acknowledged < times && counted.faults.length < 10) {
    try {
      await inTransaction(db, (transaction) => countOneUp(transaction, participationId))
      counted.acknowledged += 1
    } catch (error) {
      if (error instanceof DatabaseBusyError) counted.askedToWait += 1
      else counted.faults.push(String(error))
    }
  }
  await db.destroy()
  return counted
}

async function countOneUp(db: Db, participationId: string): Promise<void> {
  const [draft] = await listDrafts(db, participationId)
  const before = draft && givenValue(draft.answer, 'number')
  const value = { kind: 'number' as const, number: (before?.number ?? 0) + 1 }
  const change = {
    itemId: 'counter',
    answer: { state: 'answered' as const, value },
    baseRevision: draft?.revision ?? 0,
  }
  const { conflicts } = await saveDrafts(db, { participationId, changes: [change] })
  if (conflicts.length > 0) throw new Error('the number changed within a transaction')
}

const [path = '', participationId = '', times = '0'] = process.argv.slice(2)
process.stdout.write(JSON.stringify(await count(path, participationId, Number(times))))
