import { setTimeout as sleep } from 'node:timers/promises'
import { Kysely, sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import type { Consultant } from '#app/session/consultant.ts'
import { DatabaseBusyError, DiskFailedError, isAgainstRules } from '#db/busy.ts'
import { countConsultants, insertConsultant } from '#db/consultants.ts'
import { inTransaction } from '#db/in-transaction.ts'
import { openNative } from '#db/native.ts'
import { openDatabase } from '#db/open-database.ts'
import type { Db } from '#db/schema.ts'
import { sqliteDialect } from '#db/sqlite-dialect.ts'
import { ANNA, BORIS, databasePath, memoryDatabase } from './fixtures.ts'

interface Things {
  thing: { id: number; name: unknown; flag: unknown }
}

const newConsultant = (consultant: Consultant) => ({
  ...consultant,
  passwordHash: 'hash',
  createdOn: '2026-01-01',
})

async function thingDatabase() {
  const native = await openNative(':memory:')
  const db = new Kysely<Things>({ dialect: sqliteDialect({ native }) })
  onTestFinished(() => db.destroy())
  await sql`create table thing (id integer not null primary key, name text, flag integer) strict`.execute(db)
  return db
}

/** A file database of ours, and a second connection that stands for another program. */
async function fileAndStranger() {
  const path = databasePath()
  const db = await openDatabase(path)
  const stranger = await openNative(path)
  onTestFinished(async () => {
    stranger.close()
    await db.destroy()
  })
  return { db, stranger }
}

/** The longest time in which nothing else could run, in milliseconds, while `work` was under way. */
async function longestStop(work: () => Promise<unknown>): Promise<number> {
  let longest = 0
  let last = performance.now()
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 5)
  await work()
  clearInterval(timer)
  return Math.max(longest, performance.now() - last)
}

test.each([
  ['undefined', [undefined]],
  ['a date', [new Date(0)]],
  ['an object', [{ a: 1 }]],
  ['a list', [[1]]],
  ['not a number', [Number.NaN]],
  ['a symbol', [Symbol('x')]],
])('%s is refused as a parameter instead of being stored as nothing', async (_name, [value]) => {
  const db = await thingDatabase()
  await expect(sql`insert into thing (id, name) values (1, ${value})`.execute(db)).rejects.toThrow(TypeError)
  expect(await db.selectFrom('thing').selectAll().execute()).toEqual([])
})

test('the message about a refused parameter does not repeat the value', async () => {
  const db = await thingDatabase()
  const secret = { password: 'correct horse' }
  await expect(sql`insert into thing (id, name) values (1, ${secret})`.execute(db)).rejects.toThrow(
    /^parameter 1 cannot be stored: Object$/,
  )
})

test('true and false are stored as 1 and 0', async () => {
  const db = await thingDatabase()
  await db
    .insertInto('thing')
    .values([
      { id: 1, name: null, flag: true },
      { id: 2, name: null, flag: false },
    ])
    .execute()
  const rows = await db.selectFrom('thing').select('flag').orderBy('id').execute()
  expect(rows).toEqual([{ flag: 1 }, { flag: 0 }])
})

test('rows are plain objects, and a write with a returning clause gives rows', async () => {
  const db = await thingDatabase()
  const row = await db
    .insertInto('thing')
    .values({ id: 7, name: 'x', flag: 0 })
    .returning('id')
    .executeTakeFirstOrThrow()
  expect(row).toEqual({ id: 7 })
  expect(Object.getPrototypeOf(row)).toBe(Object.prototype)
})

test('a statement is prepared again after the schema changed', async () => {
  const db = await thingDatabase()
  const read = () => sql<Record<string, unknown>>`select * from thing`.execute(db)
  await db.insertInto('thing').values({ id: 1, name: 'x', flag: 0 }).execute()
  expect(Object.keys((await read()).rows[0] ?? {})).toEqual(['id', 'name', 'flag'])
  await sql`alter table thing add column more text`.execute(db)
  expect(Object.keys((await read()).rows[0] ?? {})).toEqual(['id', 'name', 'flag', 'more'])
})

test('a failed transaction leaves nothing, and its own error comes out', async () => {
  const db = await memoryDatabase()
  const failing = inTransaction(db, async (transaction) => {
    await insertConsultant(transaction, newConsultant(ANNA))
    throw new Error('half way')
  })
  await expect(failing).rejects.toThrow('half way')
  expect(await countConsultants(db)).toBe(0)
})

test('a transaction within a transaction joins it', async () => {
  const db = await memoryDatabase()
  const failing = inTransaction(db, async (outer) => {
    await inTransaction(outer, (inner) => insertConsultant(inner, newConsultant(ANNA)))
    throw new Error('half way')
  })
  await expect(failing).rejects.toThrow('half way')
  expect(await countConsultants(db)).toBe(0)
})

test('a reader does not see what a transaction has not committed yet', async () => {
  const db = await memoryDatabase()
  const seen: number[] = []
  let reading: Promise<unknown> = Promise.resolve()
  await inTransaction(db, async (transaction) => {
    await insertConsultant(transaction, newConsultant(ANNA))
    reading = countConsultants(db).then((count) => seen.push(count))
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(seen).toEqual([])
  })
  await reading
  expect(seen).toEqual([1])
})

test('asking the database instead of the transaction inside it ends with an error, not in silence', async () => {
  const db = await memoryDatabase()
  const stuck = inTransaction(db, () => insertConsultant(db, newConsultant(ANNA)))
  await expect(stuck).rejects.toThrow(DatabaseBusyError)
  expect(await countConsultants(db)).toBe(0)
})

test('many writers at once all get their turn', async () => {
  const db = await memoryDatabase()
  const ids = Array.from({ length: 200 }, (_, index) => `c-${index}`)
  await Promise.all(
    ids.map((id) =>
      inTransaction(db, (transaction) =>
        insertConsultant(
          transaction,
          newConsultant({ id, email: `${id}@example.org`, name: id, role: 'owner' }),
        ),
      ),
    ),
  )
  expect(await countConsultants(db)).toBe(200)
})

test('a lock that another program holds for 300 ms only delays a write', async () => {
  const { db, stranger } = await fileAndStranger()
  stranger.exec('begin immediate')
  setTimeout(() => stranger.exec('rollback'), 300)
  const start = performance.now()
  await inTransaction(db, (transaction) => insertConsultant(transaction, newConsultant(ANNA)))
  await insertConsultant(db, newConsultant(BORIS))
  expect(performance.now() - start).toBeGreaterThan(250)
  expect(await countConsultants(db)).toBe(2)
})

test('a lock of 2 s sends writers away within about a second while reads go on', async () => {
  const { db, stranger } = await fileAndStranger()
  stranger.exec('begin immediate')
  const release = setTimeout(() => stranger.exec('rollback'), 2000)
  const start = performance.now()
  let reads = 0
  const stop = await longestStop(async () => {
    const writing = expect(insertConsultant(db, newConsultant(ANNA))).rejects.toThrow(DatabaseBusyError)
    const reading = (async () => {
      while (performance.now() - start < 800) {
        await countConsultants(db)
        reads += 1
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
    })()
    await Promise.all([writing, reading])
  })
  expect(performance.now() - start).toBeLessThan(1500)
  expect(reads).toBeGreaterThan(5)
  expect(stop).toBeLessThan(200)
  clearTimeout(release)
  stranger.exec('rollback')
  await insertConsultant(db, newConsultant(ANNA))
  expect(await countConsultants(db)).toBe(1)
})

test('a hundred waiting writers do not stop the event loop either, and none of them is half done', async () => {
  const { db, stranger } = await fileAndStranger()
  stranger.exec('begin immediate')
  const ids = Array.from({ length: 100 }, (_, index) => `c-${index}`)
  const start = performance.now()
  const stop = await longestStop(async () => {
    const outcomes = await Promise.allSettled(
      ids.map((id) =>
        insertConsultant(db, newConsultant({ id, email: `${id}@example.org`, name: id, role: 'owner' })),
      ),
    )
    const reasons = outcomes.map((outcome) => outcome.status === 'rejected' && outcome.reason)
    expect(reasons.every((reason) => reason instanceof DatabaseBusyError)).toBe(true)
  })
  expect(performance.now() - start).toBeLessThan(1500)
  stranger.exec('rollback')
  expect(stop).toBeLessThan(200)
  expect(await countConsultants(db)).toBe(0)
})

test('a full disk is told apart, and the next write works once there is room', async () => {
  const { db } = await fileAndStranger()
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db)
  await sql.raw(`pragma max_page_count = ${rows[0]?.page_count}`).execute(db)
  const name = 'x'.repeat(100_000)
  const write = () =>
    inTransaction(db, (transaction) => insertConsultant(transaction, newConsultant({ ...ANNA, name })))
  await expect(write()).rejects.toMatchObject({ name: 'DatabaseBusyError', reason: 'disk-full' })
  expect(await countConsultants(db)).toBe(0)
  await sql.raw('pragma max_page_count = 100000').execute(db)
  await write()
  expect(await countConsultants(db)).toBe(1)
})

const insertReturning = (db: Db, id: string) =>
  db
    .insertInto('consultant')
    .values({ id, email: `${id}@example.org`, name: id, password_hash: 'hash', created_on: '2026-01-01' })
    .returning('id')
    .execute()

test('a write that gives rows waits for a lock as any other, and is told apart as any other', async () => {
  const { db, stranger } = await fileAndStranger()
  stranger.exec('begin immediate')
  const waiting = insertReturning(db, 'c-waiting')
  await sleep(100)
  stranger.exec('rollback')
  expect(await waiting).toEqual([{ id: 'c-waiting' }])

  stranger.exec('begin immediate')
  await expect(insertReturning(db, 'c-late')).rejects.toMatchObject({ reason: 'locked' })
  stranger.exec('rollback')
  const again = await insertReturning(db, 'c-waiting').catch((error) => error)
  expect(isAgainstRules(again)).toBe(true)
})

/** A connection whose disk fails at the next commit, as SQLite reports a sync that failed. */
async function failingConnection() {
  const native = await openNative(':memory:')
  const statements: string[] = []
  const disk = { fails: false }
  const failing = new Proxy(native, {
    get(target, name) {
      const value = Reflect.get(target, name)
      if (typeof value !== 'function') return value
      return (...args: unknown[]) => {
        statements.push(String(args[0]))
        if (disk.fails && args[0] === 'commit')
          throw Object.assign(new Error('disk I/O error'), { code: 'ERR_SQLITE_ERROR', errcode: 1034 })
        return value.apply(target, args)
      }
    },
  })
  return { failing, statements, disk }
}

test('after a failed sync the connection is not used again, and closing moves nothing', async () => {
  const { failing, statements, disk } = await failingConnection()
  const failures: Error[] = []
  const onDiskFailure = (failure: Error) => failures.push(failure)
  const db = new Kysely<Things>({ dialect: sqliteDialect({ native: failing, onDiskFailure }) })
  await sql`create table thing (id integer not null primary key, name text, flag integer) strict`.execute(db)
  const save = (id: number) =>
    db
      .transaction()
      .execute((transaction) => transaction.insertInto('thing').values({ id, name: '', flag: 0 }).execute())
  await save(1)

  disk.fails = true
  await expect(save(2)).rejects.toBeInstanceOf(DiskFailedError)
  disk.fails = false
  const before = statements.length
  await expect(save(3)).rejects.toBeInstanceOf(DatabaseBusyError)
  await expect(db.selectFrom('thing').selectAll().execute()).rejects.toBeInstanceOf(DiskFailedError)
  await db.destroy()
  expect(failures).toHaveLength(1)
  expect(statements.slice(before).filter((text) => /insert|select|checkpoint/.test(text))).toEqual([])
})

test('a long line of writers lets others have their turn in between', async () => {
  const db = await thingDatabase()
  let written = 0
  const writers = Array.from({ length: 50 }, (_, id) =>
    db.transaction().execute(async (transaction) => {
      await transaction.insertInto('thing').values({ id, name: 'a', flag: 0 }).execute()
      // As long as a slow disk would take.
      for (const since = performance.now(); performance.now() - since < 3; );
      written += 1
    }),
  )
  while (written === 0) await new Promise(setImmediate)
  expect(written).toBeLessThan(50)
  await Promise.all(writers)
  expect(written).toBe(50)
})
