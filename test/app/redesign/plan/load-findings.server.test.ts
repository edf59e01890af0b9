import { beforeEach, expect, test } from 'vitest'
import type { Answers } from '#app/answers/answer.ts'
import { loadFindings } from '#app/redesign/plan/load-findings.server.ts'
import { loadReport } from '#app/report/load-report.server.ts'
import { addLeads } from '#app/rounds/add-leads.server.ts'
import { closeRound } from '#app/rounds/close-round.server.ts'
import { createEngagement } from '#app/rounds/create-engagement.server.ts'
import { createRound } from '#app/rounds/create-round.server.ts'
import type { Engagement } from '#app/rounds/engagement.ts'
import { openRound } from '#app/rounds/open-round.server.ts'
import { insertConsultant } from '#db/consultants.ts'
import { listParticipations } from '#db/participations.ts'
import type { Db } from '#db/schema.ts'
import { submitParticipation } from '#db/submissions.ts'
import { memoryDatabase } from '../../../db/fixtures.ts'

const CONSULTANT = { id: 'c1', email: 'ada@consulting.test', name: 'Ada Moore', role: 'owner' } as const
const SIGNALS = ['added-midquarter', 'hard-to-say-no', 'all-green', 'slow-crossfunctional', 'tiebreak']

let db: Db
let engagement: Engagement

beforeEach(async () => {
  db = await memoryDatabase()
  await insertConsultant(db, { ...CONSULTANT, passwordHash: 'none', createdOn: '2026-03-01' })
  const names = { clientName: 'Harbour Freight Lines', departments: ['Sales'], roles: ['Chief executive'] }
  const created = await createEngagement(db, CONSULTANT.id, names, '2026-03-01')
  if (!created.ok) throw new Error(JSON.stringify(created.errors))
  engagement = created.engagement
  await join('Lead', 8)
})

const join = (name: string, people: number) =>
  addLeads(
    db,
    engagement,
    Array.from({ length: people }, (_, index) => ({
      name: `${name} ${index}`,
      email: `${name.toLowerCase()}${index}@client.test`,
      level: 'senior' as const,
      departmentId: null,
      jobTitle: '',
    })),
  )

async function roundOf(opened: string, { closed = true } = {}): Promise<string> {
  const round = await createRound(db, engagement.id, {
    instrumentKey: 'quick-scan@1',
    privacyMode: 'confidential',
    smallestGroup: 5,
    title: `Round of ${opened}`,
    opensOn: opened,
    closesOn: opened,
  })
  const step = { roundId: round.id, consultantId: CONSULTANT.id, secret: 'a secret', today: opened }
  await openRound(db, step)
  for (const [index, { participation }] of (await listParticipations(db, round.id)).entries()) {
    await submitParticipation(db, {
      participationId: participation.id,
      submissionId: crypto.randomUUID(),
      level: 'senior',
      answers: pointsOf(index),
      linked: true,
      unlinkedTexts: [],
    })
  }
  if (closed) await closeRound(db, step)
  return round.id
}

function pointsOf(lead: number): Answers {
  const entries = SIGNALS.map((id, item) => {
    const value = { kind: 'scale' as const, point: 1 + ((lead * 3 + item) % 5) }
    return [id, { state: 'answered' as const, value }]
  })
  return Object.fromEntries(entries)
}

async function reportOf(roundId: string) {
  const loaded = await loadReport(db, {
    roundId,
    consultant: CONSULTANT,
    documentId: 'D',
    today: '2026-09-30',
  })
  if (!loaded) throw new Error('there is no report')
  return loaded
}

test('the drafts rest on the figures and findings of the report', async () => {
  const roundId = await roundOf('2026-03-02')
  const [findings, report] = [await loadFindings(db, engagement), await reportOf(roundId)]
  expect(findings?.round.id).toBe(roundId)
  expect(findings?.scores).toEqual(report.scores)
  expect(findings?.diagnosis).toEqual(report.diagnosis)
})

test('the latest round that is over counts, as coarsely as its report tells it beside the earlier one', async () => {
  await roundOf('2026-03-02')
  await join('Newcomer', 1)
  const second = await roundOf('2026-06-02')
  await roundOf('2026-09-02', { closed: false })
  const [findings, report] = [await loadFindings(db, engagement), await reportOf(second)]
  expect(findings?.round.id).toBe(second)
  expect(findings?.scores).toEqual(report.scores)
  const mean = findings?.scores.items.find(({ itemId }) => itemId === 'all-green')?.byLevel.senior
  expect(mean).toMatchObject({ detail: { mean: expect.stringMatching(/\.[05]$/) } })
})

test('without a round that is over, or once its answers are deleted, there are no findings', async () => {
  expect(await loadFindings(db, engagement)).toBeNull()
  const roundId = await roundOf('2026-03-02')
  await db.updateTable('round').set({ answers_deleted_on: '2026-12-01' }).where('id', '=', roundId).execute()
  expect(await loadFindings(db, engagement)).toBeNull()
})
