import type { Kysely } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addLead } from '#app/rounds/add-leads.server.ts'
import { createEngagement } from '#app/rounds/create-engagement.server.ts'
import { editEngagement } from '#app/rounds/edit-engagement.server.ts'
import { editLead, removeLead } from '#app/rounds/edit-lead.server.ts'
import type { Engagement, Lead } from '#app/rounds/engagement.ts'
import { readEngagement, typedEngagement } from '#app/rounds/engagement-details.ts'
import { typedLead } from '#app/rounds/lead-details.ts'
import { loadOverview } from '#app/rounds/load-overview.server.ts'
import { openRound } from '#app/rounds/open-round.server.ts'
import { ownedEngagement, ownedLead, ownedRound } from '#app/rounds/owned.server.ts'
import { findEngagement } from '#db/engagements.ts'
import { listLeads } from '#db/leads.ts'
import { openDatabase } from '#db/open-database.ts'
import type { Database } from '#db/schema.ts'
import { SECRET, sampleEngagement, sampleLeads, sampleRound, TODAY } from './sample-team.ts'

let db: Kysely<Database>
let engagement: Engagement
beforeEach(async () => {
  db = await openDatabase(':memory:')
  engagement = await sampleEngagement(db)
})
afterEach(() => db.destroy())

const stored = async () => {
  const found = await findEngagement(db, { id: engagement.id, consultantId: 'ada' })
  if (!found) throw new Error('the engagement is gone')
  return found
}
const edit = (change: Partial<ReturnType<typeof typedEngagement>>) =>
  editEngagement(db, engagement, readEngagement({ ...typedEngagement(engagement), ...change }))

async function open() {
  const round = await sampleRound(db, engagement)
  const result = await openRound(db, { roundId: round.id, consultantId: 'ada', secret: SECRET, today: TODAY })
  expect(result).toEqual({ ok: true })
}

async function leadNamed(name: string): Promise<Lead> {
  const lead = (await listLeads(db, engagement.id)).find((known) => known.name === name)
  if (!lead) throw new Error(`there is no ${name}`)
  return lead
}

test('an engagement needs the name of a client, and lists that fit a drop-down', async () => {
  const roles = Array.from({ length: 41 }, (_, index) => `Role ${index}`)
  const result = await createEngagement(
    db,
    'ada',
    { clientName: '', departments: ['x'.repeat(81)], roles },
    TODAY,
  )
  expect(result.ok ? {} : result.errors).toEqual({
    clientName: 'Please name the client.',
    departments: `This name is longer than 80 characters: ${'x'.repeat(40)}…`,
    roles: 'Please keep to 40 roles; there are 41.',
  })
})

test('a department keeps its leads when it is called something else', async () => {
  await sampleLeads(db, engagement)
  await edit({ departments: 'Commercial\nProduct\nOperations\nFinance' })
  const { departments } = await stored()
  const dana = await leadNamed('Dana Ruiz')
  expect(departments.find(({ id }) => id === dana.departmentId)?.name).toBe('Commercial')
})

test('a department that leads belong to is not taken out', async () => {
  await sampleLeads(db, engagement)
  const result = await edit({ departments: 'Product\nOperations\nFinance' })
  expect(result.ok ? {} : result.errors).toEqual({ departments: '1 lead belongs to Sales: move them first.' })
  expect((await stored()).departments).toHaveLength(4)
})

test('before a round opens, departments and roles come and go', async () => {
  await sampleRound(db, engagement)
  expect((await edit({ departments: 'Sales', roles: 'Chief executive' })).ok).toBe(true)
  expect(await stored()).toMatchObject({ departments: [{ id: 'sales' }], roles: [{ id: 'chief-executive' }] })
})

test('what leads have been offered in a round stays, since answers may point at it', async () => {
  await sampleLeads(db, engagement)
  await open()
  const result = await edit({ departments: 'Sales\nProduct\nOperations', roles: 'Head of sales' })
  expect(result.ok ? {} : result.errors).toMatchObject({
    departments: expect.stringContaining('Finance has been offered'),
    roles: expect.stringContaining('Chief executive has been offered'),
  })
  expect((await edit({ departments: 'Sales\nProduct\nOperations\nFinance\nLegal' })).ok).toBe(true)
})

test('one lead is added from a form, and an address stands for one lead', async () => {
  const typed = {
    name: ' Ann  Lee ',
    email: 'ann@example.com',
    level: 'department',
    departmentId: 'sales',
    jobTitle: '',
  }
  expect(await addLead(db, engagement, typed)).toEqual({ ok: true })
  expect(await leadNamed('Ann Lee')).toMatchObject({ level: 'department', departmentId: 'sales' })
  expect(await addLead(db, engagement, { ...typed, email: 'ANN@example.com' })).toEqual({
    ok: false,
    errors: { email: 'Ann Lee has this address already.' },
  })
})

test('a form that is wrong in several places says so at each', async () => {
  const typed = { name: '', email: 'x', level: '', departmentId: '', jobTitle: 'y'.repeat(121) }
  const result = await addLead(db, engagement, typed)
  expect(result.ok ? [] : Object.keys(result.errors).toSorted()).toEqual([
    'email',
    'jobTitle',
    'level',
    'name',
  ])
  const foreign = {
    name: 'A',
    email: 'a@example.com',
    level: 'senior',
    departmentId: 'elsewhere',
    jobTitle: '',
  }
  expect(await addLead(db, engagement, foreign)).toEqual({
    ok: false,
    errors: { departmentId: 'This department is not on the list.' },
  })
})

test('a lead is edited, and may keep the address', async () => {
  await sampleLeads(db, engagement)
  const ben = await leadNamed('Ben Osei')
  const typed = { ...typedLead(ben), name: 'Benjamin Osei', level: 'department', departmentId: 'finance' }
  expect(await editLead(db, engagement, ben, typed)).toEqual({ ok: true })
  expect(await leadNamed('Benjamin Osei')).toMatchObject({ id: ben.id, level: 'department' })
})

test('the level of a lead does not change while the lead is being asked', async () => {
  await sampleLeads(db, engagement)
  await open()
  const ben = await leadNamed('Ben Osei')
  const promoted = { ...typedLead(ben), level: 'department', departmentId: 'sales' }
  expect(await editLead(db, engagement, ben, promoted)).toEqual({
    ok: false,
    errors: { level: 'Ben Osei is being asked in “Spring round”. Close it first.' },
  })
  expect(await editLead(db, engagement, ben, { ...typedLead(ben), jobTitle: 'COO' })).toEqual({ ok: true })
})

test('a lead is removed until invited; from then on the report counts who was asked', async () => {
  await sampleLeads(db, engagement)
  expect(await removeLead(db, await leadNamed('Eli Novak'))).toEqual({ ok: true })
  await open()
  const result = await removeLead(db, await leadNamed('Ben Osei'))
  expect(result.ok ? '' : result.errors.form).toContain('Ben Osei was invited to “Spring round”')
  expect((await listLeads(db, engagement.id)).map(({ name }) => name)).toEqual([
    'Ben Osei',
    'Cara Lund',
    'Dana Ruiz',
  ])
})

test('the overview holds leads, rounds with their counts, and what to do next', async () => {
  await sampleLeads(db, engagement)
  await open()
  const overview = await loadOverview(db, engagement)
  expect(overview.leads).toHaveLength(4)
  expect(overview.rounds).toMatchObject([{ title: 'Spring round', state: 'open', invited: 4, done: 0 }])
  expect(overview.next.sentence).toBe('“Spring round” is open: see who is missing.')
})

test('another consultant meets the same 404 as for something that does not exist', async () => {
  const [lead] = await sampleLeads(db, engagement)
  const round = await sampleRound(db, engagement)
  await sampleEngagement(db, 'mallory')
  const stranger = {
    db,
    principal: {
      kind: 'consultant' as const,
      consultant: { id: 'mallory', email: 'mallory@example.com', name: 'Mallory', role: 'owner' as const },
      sessionHash: '',
    },
  }
  const attempts = [
    ownedEngagement(stranger, engagement.id),
    ownedEngagement(stranger, 'nothing'),
    ownedEngagement(stranger, undefined),
    ownedLead(stranger, { engagementId: engagement.id, leadId: lead?.id }),
    ownedRound(stranger, round.id),
    ownedRound(stranger, 'nothing'),
  ]
  const outcomes = await Promise.allSettled(attempts)
  expect(outcomes.map((outcome) => (outcome.status === 'rejected' ? outcome.reason.status : 200))).toEqual(
    Array(attempts.length).fill(404),
  )
})
