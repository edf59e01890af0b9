import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { PARCEL_TABLES, type ParcelTable } from '#db/parcel-tables.ts'
import { deleteRoundAnswers } from '#db/retention.ts'
import { memoryDatabase } from './fixtures.ts'

/** Columns of travelling tables that stay behind: hashes, claims, numbers and owners of this server. */
const LEFT_BEHIND: Record<string, string[]> = {
  participation: ['token_hash', 'link_version', 'code_hash'],
  mail: ['claimed_until'],
  round: ['lines_go_to'],
  report_edit_event: ['number'],
  plan_change: ['number'],
  audit_event: ['id', 'consultant_id'],
}

/** Tables that hold something of an engagement and do not travel. */
const STAYING = [
  ...['engagement_member', 'coding_step', 'proposal', 'round_mail', 'sealed_key', 'unlinked_text'],
  ...['plan_reminder', 'plan_mail', 'progress_share', 'revote'],
]

/** What retention leaves of a round: who was asked, what was published, what the consultant and the sponsor wrote. */
const KEPT = ['participation', 'report_version', 'round_commitments', 'sealed_key']

async function tables(): Promise<Map<string, string[]>> {
  const db = await memoryDatabase()
  const { rows } = await sql<{ name: string; column: string }>`
    select m.name, c.name as column from sqlite_schema m join pragma_table_info(m.name) c where m.type = 'table'`.execute(
    db,
  )
  const found = new Map<string, string[]>()
  for (const { name, column } of rows) found.set(name, [...(found.get(name) ?? []), column])
  return found
}

test('every column of a table that travels either travels or is known to stay', async () => {
  const all = await tables()
  for (const { table, of, columns } of PARCEL_TABLES as readonly ParcelTable[]) {
    const known = [of, ...columns, ...(LEFT_BEHIND[table] ?? [])]
    expect([table, all.get(table)?.toSorted()]).toEqual([table, known.toSorted()])
  }
})

test('every table that belongs to an engagement or a round either travels or is known to stay', async () => {
  const belonging = [...(await tables())].filter(
    ([, columns]) => columns.includes('round_id') || columns.includes('engagement_id'),
  )
  const known = [...PARCEL_TABLES.map(({ table }) => table as string), ...STAYING]
  expect(belonging.map(([name]) => name).toSorted()).toEqual(known.toSorted())
})

test('when answers are deleted, every table of the round is emptied but those that are known to stay', async () => {
  const statements: string[] = []
  const db = await memoryDatabase({ onStatement: (text) => statements.push(text) })
  await db
    .insertInto('consultant')
    .values({ id: 'c', email: 'c', name: 'C', password_hash: '', created_on: '2026-01-01' })
    .execute()
  await db
    .insertInto('engagement')
    .values({
      id: 'e',
      consultant_id: 'c',
      client_name: 'E',
      departments: '[]',
      roles: '[]',
      created_on: '2026-01-01',
    })
    .execute()
  await sql`insert into round (id, engagement_id, title, instrument_key, instrument, privacy_mode, smallest_group, state, opens_on, closes_on, opened_on, closed_on) values ('r', 'e', 'R', 'k', '{}', 'confidential', 5, 'closed', '2026-01-01', '2026-01-02', '2026-01-01', '2026-01-02')`.execute(
    db,
  )
  statements.length = 0
  await deleteRoundAnswers(db, { roundId: 'r', today: '2026-02-01' })
  const emptied = statements.flatMap((text) => /^delete from "(\w+)"/.exec(text)?.[1] ?? [])
  const ofRound = [...(await tables())].filter(([, columns]) => columns.includes('round_id'))
  expect(
    ofRound
      .map(([name]) => name)
      .filter((name) => !emptied.includes(name))
      .toSorted(),
  ).toEqual(KEPT.toSorted())
})
