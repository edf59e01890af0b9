import { expect, test } from 'vitest'
import { findEngagement, insertEngagement, listEngagements, updateEngagement } from '#db/engagements.ts'
import { ANNA, BORIS, ENGAGEMENT, memoryDatabase, seedEngagement, seedRound } from './fixtures.ts'

test('an engagement is found by its own consultant only', async () => {
  const db = await memoryDatabase()
  await seedEngagement(db)
  expect(await findEngagement(db, { id: ENGAGEMENT.id, consultantId: ANNA.id })).toEqual(ENGAGEMENT)
  expect(await findEngagement(db, { id: ENGAGEMENT.id, consultantId: BORIS.id })).toBeNull()
  expect(await findEngagement(db, { id: 'unknown', consultantId: ANNA.id })).toBeNull()
})

test("the list holds a consultant's own engagements, the newest first, with counts of leads and rounds", async () => {
  const db = await memoryDatabase()
  await seedRound(db)
  const newer = { ...ENGAGEMENT, id: 'e-2', createdOn: '2026-02-02' }
  await insertEngagement(db, newer)
  await insertEngagement(db, { ...ENGAGEMENT, id: 'e-3', consultantId: BORIS.id })
  expect(await listEngagements(db, ANNA.id)).toEqual([
    { ...newer, leadCount: 0, roundCount: 0 },
    { ...ENGAGEMENT, leadCount: 3, roundCount: 1 },
  ])
})

test('an engagement is changed by its own consultant only', async () => {
  const db = await memoryDatabase()
  await seedEngagement(db)
  const change = { id: ENGAGEMENT.id, clientName: 'New name', departments: [], roles: [] }
  expect(await updateEngagement(db, { ...change, consultantId: BORIS.id })).toBe(false)
  expect(await findEngagement(db, { id: ENGAGEMENT.id, consultantId: ANNA.id })).toEqual(ENGAGEMENT)
  expect(await updateEngagement(db, { ...change, consultantId: ANNA.id })).toBe(true)
  expect(await findEngagement(db, { id: ENGAGEMENT.id, consultantId: ANNA.id })).toEqual({
    ...ENGAGEMENT,
    ...change,
  })
})
