import { existsSync, statSync } from 'node:fs'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { countConsultants } from '#db/consultants.ts'
import { latestVersion, MIGRATIONS, type Migration } from '#db/migrate.ts'
import { openNative, readValue } from '#db/native.ts'
import { openDatabase } from '#db/open-database.ts'
import { DatabaseRefusedError } from '#db/refused.ts'
import { databasePath, memoryDatabase, seedRound } from './fixtures.ts'

const LATEST = latestVersion(MIGRATIONS)
const NEXT = LATEST + 1

const addNotes: Migration = {
  version: NEXT,
  name: 'notes',
  async up(transaction) {
    await sql`create table note (id text not null primary key) strict`.execute(transaction)
    await sql`alter table consultant add column phone text`.execute(transaction)
  },
}

const stopHalfWay: Migration = {
  ...addNotes,
  async up(transaction) {
    await addNotes.up(transaction)
    throw new Error('the power went out')
  },
}

const loseRows: Migration = {
  ...addNotes,
  async up(transaction) {
    await sql`pragma defer_foreign_keys = on`.execute(transaction)
    await sql`delete from engagement`.execute(transaction)
  },
}

async function seededPath(): Promise<string> {
  const path = databasePath()
  const db = await openDatabase(path)
  await seedRound(db)
  await db.destroy()
  return path
}

async function schemaOf(path: string) {
  const native = await openNative(path, { readOnly: true })
  const tables = native.prepare("select name from sqlite_schema where type = 'table' order by name").all()
  const schema = {
    version: readValue(native, 'pragma user_version'),
    records: readValue(native, 'select count(*) from migration'),
    hasNotes: tables.some((row) => row.name === 'note'),
    consultants: readValue(native, 'select count(*) from consultant'),
  }
  native.close()
  return schema
}

test('migrations are numbered from one without a gap', () => {
  expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, index) => index + 1))
})

test('a migration that stops half-way leaves the old schema, and the next start goes through', async () => {
  const path = await seededPath()
  const stopped = openDatabase(path, { migrations: [...MIGRATIONS, stopHalfWay] })
  await expect(stopped).rejects.toThrow(/could not be brought to the new schema \(the power went out\)/)
  expect(await schemaOf(path)).toEqual({
    version: LATEST,
    records: MIGRATIONS.length,
    hasNotes: false,
    consultants: 2,
  })

  const old = await openDatabase(path)
  expect(await countConsultants(old)).toBe(2)
  await old.destroy()

  const next = await openDatabase(path, { migrations: [...MIGRATIONS, addNotes] })
  await next.destroy()
  expect(await schemaOf(path)).toEqual({
    version: NEXT,
    records: MIGRATIONS.length + 1,
    hasNotes: true,
    consultants: 2,
  })
})

test('a copy of the data as it was stays beside the database, for its owner only', async () => {
  const path = await seededPath()
  const db = await openDatabase(path, { migrations: [...MIGRATIONS, addNotes] })
  await db.destroy()
  const copy = `${path}.before-${NEXT}.bak`
  expect(statSync(copy).mode & 0o777).toBe(0o600)
  expect(await schemaOf(copy)).toEqual({
    version: LATEST,
    records: MIGRATIONS.length,
    hasNotes: false,
    consultants: 2,
  })
})

test('a new database is not copied first', async () => {
  const path = databasePath()
  const db = await openDatabase(path, { migrations: [...MIGRATIONS, addNotes] })
  await db.destroy()
  expect(existsSync(`${path}.before-${NEXT}.bak`)).toBe(false)
  expect(await schemaOf(path)).toMatchObject({ version: NEXT, records: MIGRATIONS.length + 1 })
})

test('a migration that leaves rows without what they refer to is undone', async () => {
  const path = await seededPath()
  await expect(openDatabase(path, { migrations: [...MIGRATIONS, loseRows] })).rejects.toThrow(
    DatabaseRefusedError,
  )
  expect(await schemaOf(path)).toMatchObject({ version: LATEST, records: MIGRATIONS.length })
})

test('an older version refuses a database that a newer one has migrated', async () => {
  const path = await seededPath()
  const newer = await openDatabase(path, { migrations: [...MIGRATIONS, addNotes] })
  await newer.destroy()
  await expect(openDatabase(path)).rejects.toThrow(`The database has schema ${NEXT}`)
  expect(await schemaOf(path)).toMatchObject({ version: NEXT, consultants: 2 })
})

test('every table of ours is strict, and no key may be empty', async () => {
  const db = await memoryDatabase()
  const { rows: tables } = await sql<{ name: string; strict: number }>`pragma table_list`.execute(db)
  const ours = tables.filter(({ name }) => !name.startsWith('sqlite_'))
  expect(ours.length).toBeGreaterThanOrEqual(24)
  for (const { name, strict } of ours) {
    expect([name, strict]).toEqual([name, 1])
    const { rows: columns } = await sql<{
      pk: number
      notnull: number
    }>`select pk, "notnull" from pragma_table_info(${name})`.execute(db)
    const keys = columns.filter(({ pk }) => pk > 0)
    expect([name, keys.length > 0, keys.every((key) => key.notnull === 1)]).toEqual([name, true, true])
  }
})

test('submissions and unlinked texts have no hidden row number that would tell their order', async () => {
  const db = await memoryDatabase()
  for (const table of ['submission', 'unlinked_text']) {
    await expect(sql.raw(`select rowid from ${table}`).execute(db)).rejects.toThrow('no such column: rowid')
  }
})
