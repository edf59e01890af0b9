import type { Kysely } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Engagement } from '#app/rounds/engagement.ts'
import { postedRoster, reviewRoster } from '#app/rounds/import-roster.server.ts'
import { findEngagement } from '#db/engagements.ts'
import { listLeads } from '#db/leads.ts'
import { openDatabase } from '#db/open-database.ts'
import type { Database } from '#db/schema.ts'
import { sampleEngagement } from './sample-team.ts'

const LIST = [
  'name,email,level,department',
  'Ann Lee,ann@example.com,senior,',
  'Ben Osei,ben@example.com,boss,Sales',
  'Cy Wu,cy@example.com,department,Legal',
].join('\n')

let db: Kysely<Database>
let engagement: Engagement
beforeEach(async () => {
  db = await openDatabase(':memory:')
  engagement = await sampleEngagement(db)
})
afterEach(() => db.destroy())

/** Posts the form as the browser would. */
function post(fields: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return reviewRoster(db, engagement, postedRoster(form))
}

async function reviewOf(fields: Record<string, string>) {
  const outcome = await post(fields)
  if (outcome.kind !== 'review') throw new Error(outcome.kind)
  return outcome
}

const names = async () => (await listLeads(db, engagement.id)).map(({ name }) => name)

test('a check changes nothing', async () => {
  const review = await reviewOf({ list: LIST, intent: 'check' })
  expect(review.roster.good).toHaveLength(1)
  expect(review.roster.bad).toHaveLength(2)
  expect(review.text).toBe(LIST)
  expect(await names()).toEqual([])
})

test('on a yes the good lines are taken in and the others stay in the box', async () => {
  const { seal } = await reviewOf({ list: LIST, intent: 'check' })
  const after = await reviewOf({ list: LIST, intent: 'import', seal })
  expect(after.imported).toBe(1)
  expect(await names()).toEqual(['Ann Lee'])
  expect(after.text.split('\n')).toEqual([LIST.split('\n')[0], ...LIST.split('\n').slice(2)])
  expect(after.roster.bad.map(({ number }) => number)).toEqual([2, 3])
})

test('a list that was changed after the check is checked again, not imported', async () => {
  const { seal } = await reviewOf({ list: LIST, intent: 'check' })
  const changed = await reviewOf({ list: LIST.replace('boss', 'senior'), intent: 'import', seal })
  expect(changed).toMatchObject({ imported: 0 })
  expect(changed.roster.good).toHaveLength(2)
  expect(await names()).toEqual([])
  const ticked = await reviewOf({ list: LIST, intent: 'import', seal, addDepartments: '1' })
  expect(ticked.imported).toBe(0)
})

test('without a check nothing is imported', async () => {
  expect(await reviewOf({ list: LIST, intent: 'import' })).toMatchObject({ imported: 0 })
  expect(await names()).toEqual([])
})

test('new departments join the engagement with the leads who belong to them', async () => {
  const list = LIST.replace('boss', 'department')
  const { seal } = await reviewOf({ list, intent: 'check', addDepartments: '1' })
  expect(await post({ list, intent: 'import', seal, addDepartments: '1' })).toEqual({ kind: 'done' })
  const stored = await findEngagement(db, { id: engagement.id, consultantId: 'ada' })
  expect(stored?.departments.at(-1)).toEqual({ id: 'legal', name: 'Legal' })
  const cy = (await listLeads(db, engagement.id)).find(({ name }) => name === 'Cy Wu')
  expect(cy?.departmentId).toBe('legal')
})

test('sending the same import twice adds nobody twice', async () => {
  const { seal } = await reviewOf({ list: LIST, intent: 'check' })
  await post({ list: LIST, intent: 'import', seal })
  await post({ list: LIST, intent: 'import', seal })
  expect(await names()).toEqual(['Ann Lee'])
})

test('lines without a heading keep their meaning when they are mended later', async () => {
  const list = 'Ann,ann@example.com,senior\nBen,ben-at-example.com,senior'
  const { seal } = await reviewOf({ list, intent: 'check' })
  const after = await reviewOf({ list, intent: 'import', seal })
  expect(after.text).toBe('name,email,level,department,title\nBen,ben-at-example.com,senior')
  expect(after.roster.bad).toMatchObject([{ reason: 'This is not an e-mail address.' }])
})

test('a file and a pasted list are taken together', async () => {
  const review = await reviewOf({ list: LIST, file: 'Eli,eli@example.com,senior', intent: 'check' })
  expect(review.text).toBe(`${LIST}\nEli,eli@example.com,senior`)
  expect(review.roster.good.map(({ details }) => details.name)).toEqual(['Ann Lee', 'Eli'])
})

test('what cannot be read at all stays in the box with the reason', async () => {
  expect(await post({ list: 'a,b\n1,2', intent: 'check' })).toMatchObject({
    kind: 'unreadable',
    text: 'a,b\n1,2',
    error: expect.stringContaining('does not name: name, email, level'),
  })
})
