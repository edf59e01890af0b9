import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { submitAnswers } from '#app/answers/submit-answers.server.ts'
import { inTheirWordsPages } from '#app/report/pages/in-their-words.ts'
import { documentIdOf } from '#app/report/publish-report.server.ts'
import { candidatesOf } from '#app/report/quotes/load-quotes.server.ts'
import type { ReportInput } from '#app/report/report-input.ts'
import { saveDrafts } from '#db/drafts.ts'
import type { LeadSession } from '#db/lead-sessions.ts'
import { insertLeads } from '#db/leads.ts'
import { insertParticipations } from '#db/participations.ts'
import { listSubmissions, listUnlinkedTexts } from '#db/submissions.ts'
import {
  ENGAGEMENT,
  INSTRUMENT,
  lead,
  memoryDatabase,
  OPEN_ROUND,
  seedRound,
  textAnswer,
} from '#test/db/fixtures.ts'
import { tell } from './wanted.ts'

const VERSIONS = 1000
const PEOPLE = 12
const SUBMITS = 1000
const MOST = 0.1

const figures: Record<string, number> = {}
afterAll(() => tell('order', figures))

/** Spearman: how far one order follows another, from -1 to 1. Each is a list of the places 0 .. n - 1. */
function rankCorrelation(order: readonly number[]): number {
  const n = order.length
  const squares = order.reduce((sum, place, at) => sum + (place - at) ** 2, 0)
  return 1 - (6 * squares) / (n * (n ** 2 - 1))
}

const rounded = (value: number) => Math.round(1000 * value) / 1000
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** Places of the texts as they are offered, and as they are printed, of people who handed in one after the other. */
function ordersOf(version: number): { offered: number[]; printed: number[] } {
  const roundId = randomUUID()
  const submissions = Array.from({ length: PEOPLE }, (_, at) => ({
    id: randomUUID(),
    roundId,
    level: 'senior' as const,
    leadId: `lead-${at}`,
    departmentId: null,
    answers: { free: textAnswer(`words ${at}`) },
  }))
  const candidates = candidatesOf(roundId, INSTRUMENT, submissions)
  const quotes = candidates.map(({ id, text }) => ({ id, ruleId: 'two-camps', extract: text }))
  const [page] = inTheirWordsPages({
    quotes,
    diagnosis: { findings: [{ ruleId: 'two-camps' }] },
    documentId: documentIdOf(roundId, version),
  } as unknown as ReportInput)
  const placesIn = (text: string) => [...text.matchAll(/words (\d+)/g)].map(([, place]) => Number(place))
  return { offered: placesIn(JSON.stringify(candidates)), printed: placesIn(JSON.stringify(page)) }
}

test('neither the order in which quotes are offered nor that in which they are printed follows who handed in first', () => {
  const orders = Array.from({ length: VERSIONS }, (_, version) => ordersOf(version + 1))
  expect(new Set(orders[0]?.printed).size).toBe(PEOPLE)
  const offered = mean(orders.map((one) => rankCorrelation(one.offered)))
  const printed = mean(orders.map((one) => rankCorrelation(one.printed)))
  const versions = { 'quote versions': VERSIONS, 'quotes offered, correlation': rounded(offered) }
  Object.assign(figures, versions, { 'quotes printed, correlation': rounded(printed) })
  expect(Math.abs(offered)).toBeLessThanOrEqual(MOST)
  expect(Math.abs(printed)).toBeLessThanOrEqual(MOST)
})

test('rows of an unlinked round do not lie in the order in which they were handed in', async () => {
  const db = await memoryDatabase()
  const round = { ...OPEN_ROUND, privacyMode: 'unlinked' as const }
  await seedRound(db, round)
  const leads = Array.from({ length: SUBMITS }, (_, at) => lead(`x-${at}`, `Person ${at}`, 'senior'))
  await insertLeads(db, leads)
  const places = leads.map(({ id }) => ({
    id: `place ${id}`,
    roundId: round.id,
    leadId: id,
    tokenHash: id,
    linkVersion: 1,
  }))
  await insertParticipations(db, places)
  for (const [at, person] of leads.entries()) {
    const participationId = `place ${person.id}`
    await saveDrafts(db, {
      participationId,
      changes: [{ itemId: 'free', answer: textAnswer(`words ${at}`), baseRevision: 0 }],
    })
    const session = { participationId, sessionHash: '', readsAll: true, lead: person, round } as LeadSession
    expect(await submitAnswers(db, { ...session, departments: ENGAGEMENT.departments }, INSTRUMENT)).toBe(
      'submitted',
    )
  }
  const texts = await listUnlinkedTexts(db, round.id)
  const order = texts.map(({ answer }) => Number(JSON.stringify(answer).match(/words (\d+)/)?.[1]))
  expect(order).toHaveLength(SUBMITS)
  expect(await listSubmissions(db, round.id)).toHaveLength(SUBMITS)
  const followed = rankCorrelation(order)
  Object.assign(figures, { 'unlinked submits': SUBMITS, 'unlinked rows, correlation': rounded(followed) })
  expect(Math.abs(followed)).toBeLessThanOrEqual(MOST)
  const [table] = await db
    .selectFrom('sqlite_master' as never)
    .select('sql' as never)
    .where('name' as never, '=', 'unlinked_text' as never)
    .execute()
  expect(JSON.stringify(table).toLowerCase()).toContain('without rowid')
})
