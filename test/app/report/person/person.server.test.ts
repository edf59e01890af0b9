import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { Kysely } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { erasePerson } from '#app/report/person/erase-person.server.ts'
import { loadPerson } from '#app/report/person/load-person.server.ts'
import { personCsv, personJson } from '#app/report/person/person-file.server.ts'
import { publishReport } from '#app/report/publish-report.server.ts'
import type { PrivacyMode } from '#app/rounds/round.ts'
import { findLockedCodebook } from '#db/codebook-versions.ts'
import { findCodebook } from '#db/codebooks.ts'
import { findEngagement } from '#db/engagements.ts'
import { findLead, updateLead } from '#db/leads.ts'
import { openDatabase } from '#db/open-database.ts'
import { listFoundations } from '#db/report-versions.ts'
import type { Database } from '#db/schema.ts'
import { listSubmissions } from '#db/submissions.ts'
import { databasePath } from '#test/db/fixtures.ts'
import type { RunningApplication } from '#test/helpers/running-application.ts'
import { seedClient } from '#test/helpers/seeded-client.ts'

const PERSON = 3
/** A line that this person alone has written. */
const OWN = `Own line ${PERSON}`
const ADA = {
  id: 'consultant-ada',
  email: 'ada@consulting.test',
  name: 'Consultant ada',
  role: 'owner' as const,
}

async function seeded(privacyMode: PrivacyMode = 'confidential') {
  const path = databasePath()
  const db = await openDatabase(path)
  onTestFinished(() => db.destroy())
  const config = { secret: 'f'.repeat(64), baseUrl: 'http://localhost' }
  const client = await seedClient({ db, config } as RunningApplication, { name: 'ada', privacyMode })
  const engagement = await findEngagement(db, { id: client.engagementId, consultantId: ADA.id })
  const lead = await findLead(db, { id: client.leadIds[PERSON] ?? '', engagementId: client.engagementId })
  if (!engagement || !lead) throw new Error('nothing was seeded')
  return { db, path, client, engagement, lead }
}

function timesInFiles(path: string, text: string): number {
  const folder = dirname(path)
  const bytes = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'))
  return bytes.join('\n').split(text).length - 1
}

function publishAgain(db: Kysely<Database>, roundId: string) {
  return publishReport(db, { roundId, consultant: ADA, today: '2026-04-01' })
}

test('a person’s data holds the roster, each round with its mails, and their answers once a round is over', async () => {
  const { db, engagement, lead } = await seeded()
  const person = await loadPerson(db, engagement, lead)
  expect(person).toMatchObject({ name: 'Lead 3 of ada', email: 'lead3@ada.test', level: 'senior' })
  const byState = new Map(person.rounds.map((round) => [round.state, round]))
  expect([...byState.keys()].sort()).toEqual(['closed', 'open', 'published'])
  const priorities = byState.get('closed')?.answers?.find(({ answer }) => answer.includes(OWN))
  expect(priorities?.answer).toBe(`1. Win the north\n2. Plan 0\n3. ${OWN}`)
  expect(byState.get('open')).toMatchObject({ taking: 'not started', answers: null, erasable: false })
})

test('the files of a person hold every answer, and no formula is live in the table', async () => {
  const { db, engagement, lead } = await seeded()
  const person = { ...(await loadPerson(db, engagement, lead)), jobTitle: '=1+1' }
  const rows: string[][] = parse(personCsv(person), { bom: true, relax_column_count: true })
  expect(rows[0]?.[0]).toContain('for them alone')
  expect(rows.filter(([, , value]) => value?.includes(OWN))).toHaveLength(6)
  expect(rows.find(([, what]) => what === 'Job title')?.[2]).toBe("'=1+1")
  expect(JSON.parse(personJson(person))).toEqual({ format: 'plumbline-person/1', ...person })
})

test('erasing takes the answers out of every file of the database, and out of the figures that are not published', async () => {
  const { db, path, client, lead } = await seeded()
  expect(timesInFiles(path, OWN)).toBeGreaterThan(0)
  const titles = await erasePerson(db, lead)
  expect(titles.sort()).toEqual(['The closed round of ada', 'The published round of ada'])
  expect(timesInFiles(path, OWN)).toBe(0)
  for (const id of [client.rounds.closed, client.rounds.published]) {
    expect(await listSubmissions(db, id)).toHaveLength(10)
    const codebook = await findCodebook(db, id)
    const filled = new Set(codebook?.lines.map(({ themeId }) => themeId))
    expect(codebook?.themes.every((theme) => filled.has(theme.id))).toBe(true)
    expect(codebook?.lines).toHaveLength(90)
  }
  const locked = await findLockedCodebook(db, { roundId: client.rounds.published, version: 1 })
  expect(locked?.lines).toHaveLength(90)
  expect(await erasePerson(db, lead)).toEqual([])
})

test('a published report is published again while nobody’s answers have changed, and held back once one person’s are erased', async () => {
  const { db, client, engagement, lead } = await seeded()
  expect(await publishAgain(db, client.rounds.published)).toBe('published')
  expect(
    (await loadPerson(db, engagement, lead)).rounds.find(({ state }) => state === 'published')?.published,
  ).toBe(true)
  await erasePerson(db, lead)
  expect(await publishAgain(db, client.rounds.published)).toBe('held-back')
  expect(await listFoundations(db, client.rounds.published)).toHaveLength(2)
})

test('a version from before its foundation was kept holds a new one back as well', async () => {
  const { db, client, lead } = await seeded()
  await db.updateTable('report_version').set({ rests_on: null }).execute()
  await erasePerson(db, lead)
  expect((await listFoundations(db, client.rounds.published))[0]?.length).toBeGreaterThan(10)
  expect(await publishAgain(db, client.rounds.published)).toBe('held-back')
})

test('with as many erased as the smallest group has people, the report may be published again', async () => {
  const { db, client } = await seeded()
  for (const id of client.leadIds.slice(6)) {
    const lead = await findLead(db, { id, engagementId: client.engagementId })
    if (lead) await erasePerson(db, lead)
  }
  expect(await publishAgain(db, client.rounds.published)).toBe('published')
})

test('a lead who is moved to another department holds a new version back; the level an answer was given at stays', async () => {
  const { db, client, engagement, lead } = await seeded()
  const { published } = client.rounds
  await updateLead(db, { ...lead, level: 'department' })
  expect(await publishAgain(db, published)).toBe('published')
  const other = engagement.departments.find(({ id }) => id !== lead.departmentId)
  await updateLead(db, { ...lead, departmentId: other?.id ?? null })
  expect(await publishAgain(db, published)).toBe('held-back')
  await updateLead(db, lead)
  expect(await publishAgain(db, published)).toBe('published')
})

test('in open mode names stand beside answers anyway, so nothing is held back', async () => {
  const { db, client, lead } = await seeded('open')
  await erasePerson(db, lead)
  expect(await publishAgain(db, client.rounds.published)).toBe('published')
})

test('what was handed in to an unlinked round can be neither given nor erased, and is said to be so', async () => {
  const { db, client, engagement, lead } = await seeded('unlinked')
  const closed = (await loadPerson(db, engagement, lead)).rounds.find(({ state }) => state === 'closed')
  expect(closed).toMatchObject({ taking: 'handed in', answers: null, erasable: false })
  expect(closed?.held).toContain('nobody can tell whose answers are whose')
  expect(await erasePerson(db, lead)).toEqual([])
  expect(await listSubmissions(db, client.rounds.closed)).toHaveLength(11)
})
