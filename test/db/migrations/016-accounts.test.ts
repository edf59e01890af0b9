import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { MIGRATIONS } from '#db/migrate.ts'
import { openDatabase } from '#db/open-database.ts'
import { findConsultantSession } from '#db/sessions.ts'
import { ANNA, databasePath } from '../fixtures.ts'

const BEFORE = MIGRATIONS.filter(({ version }) => version < 16)
const MORNING = '2026-03-02T09:00:00.000Z'

/** A database of the version before, with somebody signed in and something in the log. */
async function oldDatabase(): Promise<string> {
  const path = databasePath()
  const db = await openDatabase(path, { migrations: BEFORE })
  await sql`insert into consultant (id, email, name, password_hash, created_on, role)
    values (${ANNA.id}, ${ANNA.email}, ${ANNA.name}, 'hash', '2026-03-01', ${ANNA.role})`.execute(db)
  await sql`insert into session (token_hash, consultant_id, expires_at, started_on)
    values ('signed-in', ${ANNA.id}, '2026-03-02T20:30:00.000Z', '2026-03-02')`.execute(db)
  await sql`insert into audit_event (at, consultant_name, words) values (${MORNING}, 'Anna', 'invited Bo')`.execute(
    db,
  )
  await db.destroy()
  return path
}

test('sessions that were under way go on, and count from when they were begun', async () => {
  const db = await openDatabase(await oldDatabase())
  expect(await findConsultantSession(db, 'signed-in', MORNING)).toEqual({
    consultant: ANNA,
    owesFactor: false,
    lastUsedAt: '2026-03-02T08:30:00.000Z',
  })
  await db.destroy()
})

test('the log of what was done keeps its lines from then on: it is added to, not changed', async () => {
  const db = await openDatabase(await oldDatabase())
  const lines = () => db.selectFrom('audit_event').select('words').execute()
  await expect(db.updateTable('audit_event').set({ words: 'nothing' }).execute()).rejects.toThrow(
    'is not changed',
  )
  await expect(db.deleteFrom('audit_event').execute()).rejects.toThrow('nothing is taken out')
  expect(await lines()).toEqual([{ words: 'invited Bo' }])
  await sql`insert into audit_event (at, consultant_name, words) values (${MORNING}, 'Anna', 'ended Bo')`.execute(
    db,
  )
  expect(await lines()).toHaveLength(2)
  await db.destroy()
})

test('a link for a new password belongs to one account and goes with it', async () => {
  const db = await openDatabase(await oldDatabase())
  const reset = { consultant_id: ANNA.id, token_hash: 'hash', expires_at: MORNING }
  await db.insertInto('password_reset').values(reset).execute()
  await expect(db.insertInto('password_reset').values(reset).execute()).rejects.toThrow('UNIQUE')
  await db.deleteFrom('session').execute()
  await db.deleteFrom('consultant').execute()
  expect(await db.selectFrom('password_reset').selectAll().execute()).toEqual([])
  await db.destroy()
})
