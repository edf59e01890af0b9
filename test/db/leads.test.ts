import { expect, test } from 'vitest'
import { insertEngagement } from '#db/engagements.ts'
import { deleteLead, findLead, insertLeads, listLeads, updateLead } from '#db/leads.ts'
import { ENGAGEMENT, LEADS, lead, memoryDatabase, seedEngagement, seedRound } from './fixtures.ts'

const OTHER = 'e-other'

test('leads are listed by level, then by name as a reader of English sorts it', async () => {
  const db = await memoryDatabase()
  await seedEngagement(db)
  const leads = await listLeads(db, ENGAGEMENT.id)
  expect(leads.map(({ name }) => name)).toEqual(['Max', 'Östen', 'Zoe'])
  expect(leads.find(({ id }) => id === 'l-zoe')).toEqual(LEADS[0])
})

test('a lead is found and changed within its own engagement only', async () => {
  const db = await memoryDatabase()
  await seedEngagement(db)
  await insertEngagement(db, { ...ENGAGEMENT, id: OTHER })
  const max = lead('l-max', 'Max', 'senior')
  expect(await findLead(db, { id: 'l-max', engagementId: ENGAGEMENT.id })).toEqual(max)
  expect(await findLead(db, { id: 'l-max', engagementId: OTHER })).toBeNull()
  expect(await updateLead(db, { ...max, engagementId: OTHER, name: 'Stolen' })).toBe(false)
  const moved = { ...max, level: 'department' as const, departmentId: 'd-1', jobTitle: 'Head of sales' }
  expect(await updateLead(db, moved)).toBe(true)
  expect(await findLead(db, { id: 'l-max', engagementId: ENGAGEMENT.id })).toEqual(moved)
})

test('a lead who takes part in a round is not deleted', async () => {
  const db = await memoryDatabase()
  await seedRound(db)
  await insertLeads(db, [lead('l-new', 'New', 'senior')])
  expect(await deleteLead(db, { id: 'l-max', engagementId: ENGAGEMENT.id })).toBe(false)
  expect(await deleteLead(db, { id: 'l-new', engagementId: OTHER })).toBe(false)
  expect(await deleteLead(db, { id: 'l-new', engagementId: ENGAGEMENT.id })).toBe(true)
  expect((await listLeads(db, ENGAGEMENT.id)).map(({ id }) => id)).toEqual(['l-max', 'l-osten', 'l-zoe'])
})

test('a list of a thousand leads and more is inserted whole or not at all', async () => {
  const db = await memoryDatabase()
  await seedEngagement(db)
  const many = Array.from({ length: 2500 }, (_, index) => lead(`l-${index}`, `Lead ${index}`, 'department'))
  await expect(insertLeads(db, [...many, lead('l-0', 'Twice', 'senior')])).rejects.toThrow('UNIQUE')
  expect(await listLeads(db, ENGAGEMENT.id)).toHaveLength(3)
  await insertLeads(db, many)
  expect(await listLeads(db, ENGAGEMENT.id)).toHaveLength(2503)
})

test('an empty list of leads is no fault', async () => {
  const db = await memoryDatabase()
  await seedEngagement(db)
  await insertLeads(db, [])
  expect(await listLeads(db, ENGAGEMENT.id)).toHaveLength(3)
})
