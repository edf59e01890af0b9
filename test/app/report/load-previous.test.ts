import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Answers } from '#app/answers/answer.ts'
import { loadReport } from '#app/report/load-report.server.ts'
import { erasePerson } from '#app/report/person/erase-person.server.ts'
import { addLeads } from '#app/rounds/add-leads.server.ts'
import { closeRound } from '#app/rounds/close-round.server.ts'
import { createEngagement } from '#app/rounds/create-engagement.server.ts'
import { createRound } from '#app/rounds/create-round.server.ts'
import type { Engagement } from '#app/rounds/engagement.ts'
import { openRound } from '#app/rounds/open-round.server.ts'
import { insertConsultant } from '#db/consultants.ts'
import { listLeads } from '#db/leads.ts'
import { openDatabase } from '#db/open-database.ts'
import { listParticipations } from '#db/participations.ts'
import { insertReportVersion } from '#db/report-versions.ts'
import { submitParticipation } from '#db/submissions.ts'

const CONSULTANT = { id: 'c1', email: 'ada@consulting.test', name: 'Ada Moore', role: 'owner' } as const
const SIGNALS = ['added-midquarter', 'hard-to-say-no', 'all-green', 'slow-crossfunctional', 'tiebreak']
type Db = Awaited<ReturnType<typeof openDatabase>>

let db: Db
let engagement: Engagement

beforeEach(async () => {
  db = await openDatabase(':memory:')
  await insertConsultant(db, { ...CONSULTANT, passwordHash: 'none', createdOn: '2026-03-01' })
  const names = { clientName: 'Harbour Freight Lines', departments: ['Sales'], roles: ['Chief executive'] }
  const created = await createEngagement(db, CONSULTANT.id, names, '2026-03-01')
  if (!created.ok) throw new Error(JSON.stringify(created.errors))
  engagement = created.engagement
  const rows = Array.from({ length: 8 }, (_, index) => ({
    name: `Lead ${index}`,
    email: `lead${index}@client.test`,
    level: 'senior' as const,
    departmentId: null,
    jobTitle: '',
  }))
  await addLeads(db, engagement, rows)
})
afterEach(() => db.destroy())

/** A round that everybody answers with one rating for all, and that is closed in the end. */
async function roundOf(
  title: string,
  opened: string,
  point: (lead: number) => number,
  closed = true,
): Promise<string> {
  const settings = { instrumentKey: 'quick-scan@1', privacyMode: 'confidential', smallestGroup: 5 } as const
  const round = await createRound(db, engagement.id, {
    ...settings,
    title,
    opensOn: opened,
    closesOn: opened,
  })
  const step = {
    roundId: round.id,
    consultantId: CONSULTANT.id,
    secret: 'a secret of the test',
    today: opened,
  }
  await openRound(db, step)
  for (const [lead, { participation }] of (await listParticipations(db, round.id)).entries()) {
    const value = { kind: 'scale', point: point(lead) } as const
    const answers: Answers = Object.fromEntries(SIGNALS.map((id) => [id, { state: 'answered', value }]))
    const submission = { participationId: participation.id, submissionId: crypto.randomUUID() }
    await submitParticipation(db, {
      ...submission,
      level: 'senior',
      answers,
      linked: true,
      unlinkedTexts: [],
    })
  }
  if (closed) await closeRound(db, step)
  return round.id
}

const pageOf = async (roundId: string) => {
  const query = { roundId, consultant: CONSULTANT, documentId: 'D', today: '2026-09-30' }
  const loaded = await loadReport(db, query)
  return loaded?.document.pages.find(({ id }) => id === 'since-last-round') ?? null
}

describe('a report of a second round', () => {
  test('tells what changed since the latest round before it, and a first round tells nothing', async () => {
    const first = await roundOf('First quarter', '2026-03-02', (lead) => 1 + (lead % 5))
    const second = await roundOf('Second quarter', '2026-06-01', () => 4)
    const third = await roundOf('Third quarter', '2026-09-01', () => 4)
    expect(await pageOf(first)).toBeNull()
    expect((await pageOf(second))?.title).toMatch(/moved beyond noise since “First quarter”$/)
    expect((await pageOf(third))?.title).toMatch(/since “Second quarter”$/)
    expect((await pageOf(second))?.title).toMatch(/^(One|Two)/)
    expect((await pageOf(third))?.title).toMatch(/^None/)
  })

  test('is not compared with a round of which one person was erased since its report, and says why', async () => {
    const first = await roundOf('First quarter', '2026-03-02', (lead) => 1 + (lead % 5))
    const second = await roundOf('Second quarter', '2026-06-01', () => 4)
    const query = { roundId: first, consultant: CONSULTANT, today: '2026-09-30' }
    const restsOn = (await loadReport(db, { ...query, documentId: 'D' }))?.restsOn()
    await insertReportVersion(db, {
      id: 'v1',
      roundId: first,
      document: '{}',
      publishedOn: '2026-04-01',
      restsOn,
    })
    expect((await pageOf(second))?.title).toMatch(/since “First quarter”$/)
    const [lead] = await listLeads(db, engagement.id)
    if (!lead) throw new Error('there is no lead')
    await erasePerson(db, lead)
    expect(await pageOf(second)).toBeNull()
    const report = await loadReport(db, { ...query, roundId: second, documentId: 'D' })
    expect(JSON.stringify(report?.document)).toContain(
      'answers of fewer than 5 people have gone or changed there',
    )
  })

  test('leaves out rounds that are still open', async () => {
    await roundOf('First quarter', '2026-03-02', () => 3, false)
    const second = await roundOf('Second quarter', '2026-06-01', () => 4)
    expect(await pageOf(second)).toBeNull()
  })
})
