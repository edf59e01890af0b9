import { expect, test } from 'vitest'
import {
  confirmLeadSession,
  deleteLeadSession,
  findLeadSession,
  insertLeadSession,
} from '#db/lead-sessions.ts'
import {
  ANNA,
  ENGAGEMENT,
  LATER,
  LEADS,
  memoryDatabase,
  NOW,
  OPEN_ROUND,
  PLACE,
  seedRound,
} from './fixtures.ts'

const SESSION = Object.freeze({
  tokenHash: 'zoe',
  participationId: PLACE,
  confirmed: false,
  expiresAt: LATER,
})

test('one statement finds all that a page needs to know', async () => {
  const statements: string[] = []
  const db = await memoryDatabase({ onStatement: (sql) => statements.push(sql) })
  await seedRound(db)
  await insertLeadSession(db, SESSION)
  statements.length = 0
  expect(await findLeadSession(db, 'zoe', NOW)).toEqual({
    sessionHash: 'zoe',
    participationId: PLACE,
    readsAll: false,
    confirmed: false,
    consented: false,
    submitted: false,
    language: null,
    lead: LEADS[0],
    round: { ...OPEN_ROUND, instrument: null },
    clientName: ENGAGEMENT.clientName,
    consultantName: ANNA.name,
    departments: ENGAGEMENT.departments,
    roles: ENGAGEMENT.roles,
  })
  expect(statements).toHaveLength(1)
})

test('a session ends with its time or when the lead leaves', async () => {
  const db = await memoryDatabase()
  await seedRound(db)
  await insertLeadSession(db, SESSION)
  expect(await findLeadSession(db, 'zoe', LATER)).toBeNull()
  expect(await findLeadSession(db, 'unknown', NOW)).toBeNull()
  await deleteLeadSession(db, 'zoe')
  expect(await findLeadSession(db, 'zoe', NOW)).toBeNull()
})

test('only the session in which the lead said who they are is confirmed', async () => {
  const db = await memoryDatabase()
  await seedRound(db)
  await insertLeadSession(db, SESSION)
  await insertLeadSession(db, { ...SESSION, tokenHash: 'zoe elsewhere' })
  await confirmLeadSession(db, 'zoe')
  expect((await findLeadSession(db, 'zoe', NOW))?.confirmed).toBe(true)
  expect((await findLeadSession(db, 'zoe elsewhere', NOW))?.confirmed).toBe(false)
})
