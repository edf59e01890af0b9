import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Answers } from '#app/answers/answer.ts'
import { findInstrument } from '#app/questionnaire/catalogue.ts'
import type { Instrument } from '#app/questionnaire/instrument.ts'
import { AGGREGATE_IDS } from '#app/report/exports/aggregate-tables.ts'
import { publishReport } from '#app/report/publish-report.server.ts'
import { openShare, shareReport } from '#app/report/share-report.server.ts'
import { addLeads } from '#app/rounds/add-leads.server.ts'
import { closeRound } from '#app/rounds/close-round.server.ts'
import { createEngagement } from '#app/rounds/create-engagement.server.ts'
import { createRound } from '#app/rounds/create-round.server.ts'
import { openRound } from '#app/rounds/open-round.server.ts'
import type { PrivacyMode } from '#app/rounds/round.ts'
import type { Consultant } from '#app/session/consultant.ts'
import { startSession } from '#app/session/start-session.server.ts'
import { lockCodebook } from '#app/themes/codebook/lock-codebook.server.ts'
import { proposeCodebook } from '#app/themes/propose-codebook.server.ts'
import { insertConsultant } from '#db/consultants.ts'
import { openDatabase } from '#db/open-database.ts'
import { listParticipations } from '#db/participations.ts'
import type { Db } from '#db/schema.ts'
import { submitParticipation } from '#db/submissions.ts'
import { answersFor, type Place } from './drawn-answers.ts'
import { type RunningApplication, runApplication } from './running-application.ts'
import { wordingProposer } from './wording-proposer.ts'

const TODAY = '2026-03-02'
const SECRET = 'f'.repeat(64)
const consultant: Consultant = {
  id: 'consultant-ada',
  email: 'ada@consulting.test',
  role: 'owner',
  name: 'Ada Moore',
}

/** Seven senior leads, who may be shown, and three department leads, who may not. */
const SENIORS = 7
const HIDDEN = 3

export interface TwinSettings {
  seed: number
  privacyMode: PrivacyMode
  /** What both databases have in common beyond what is drawn from the seed, and what only the second has. */
  shared: Answering
  changed: Answering
}
export type Answering = (answers: Answers, place: Place) => Answers

export interface Twins {
  /** What a reader and the consultant are sent, by name, byte for byte (as latin-1), of either database. */
  surfaces: readonly [Surfaces, Surfaces]
  /** In unlinked rounds: rows of answers that lead to a lead's place. */
  linkedRows: number
}
export type Surfaces = Record<string, string>

/** Two databases with the same people, links and answers but for the one change, each closed, coded and published by itself. */
export async function makeTwins(settings: TwinSettings): Promise<Twins> {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-twins-'))
  const paths = ['one', 'other'].map((name) => join(folder, `${name}.sqlite`)) as [string, string]
  try {
    const roundId = await prepare(paths, settings.privacyMode)
    const first = await publishAndCollect(paths[0], roundId, { ...settings, changed: (answers) => answers })
    const second = await publishAndCollect(paths[1], roundId, settings)
    return { surfaces: [first.surfaces, second.surfaces], linkedRows: first.linkedRows + second.linkedRows }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The names of the surfaces on which the two differ. */
export function differing([one, other]: Twins['surfaces']): string[] {
  return Object.keys(one).filter((name) => one[name] !== other[name])
}

/** An open round of which nobody has handed in, in two copies. */
async function prepare([path, copy]: [string, string], privacyMode: PrivacyMode): Promise<string> {
  const db = await openDatabase(path)
  await insertConsultant(db, { ...consultant, passwordHash: 'none', createdOn: TODAY })
  const details = {
    clientName: 'Harbour Freight',
    departments: ['Sales'],
    roles: ['Chief', 'Finance', 'Sales'],
  }
  const created = await createEngagement(db, consultant.id, details, TODAY)
  if (!created.ok) throw new Error(JSON.stringify(created.errors))
  const people = Array.from({ length: SENIORS + HIDDEN }, (_, index) => ({
    name: `Person ${index}`,
    email: `p${index}@harbour.test`,
    level: index < SENIORS ? ('senior' as const) : ('department' as const),
    departmentId: null,
    jobTitle: '',
  }))
  await addLeads(db, created.engagement, people)
  const { id } = await createRound(db, created.engagement.id, {
    title: 'First quarter',
    instrumentKey: 'full@1',
    opensOn: TODAY,
    closesOn: '2026-03-13',
    privacyMode,
    smallestGroup: 5,
  })
  await openRound(db, { roundId: id, consultantId: consultant.id, secret: SECRET, today: TODAY })
  await sql`vacuum into ${copy}`.execute(db)
  await db.destroy()
  return id
}

async function publishAndCollect(
  path: string,
  roundId: string,
  settings: TwinSettings,
): Promise<{ surfaces: Surfaces; linkedRows: number }> {
  const app = await runApplication({ databasePath: path })
  try {
    await handAllIn(app.db, roundId, settings)
    await closeRound(app.db, { roundId, consultantId: consultant.id, today: TODAY })
    await proposeCodebook(app.db, roundId, wordingProposer)
    await lockCodebook(app.db, { roundId, coder: consultant.name, today: TODAY, asItStands: true })
    const published = await publishReport(app.db, { roundId, consultant, today: TODAY })
    if (published !== 'published') throw new Error(published)
    const surfaces = await collect(app, roundId)
    return { surfaces, linkedRows: settings.privacyMode === 'unlinked' ? await countLinked(app.db) : 0 }
  } finally {
    await app.close()
  }
}

async function handAllIn(db: Db, roundId: string, settings: TwinSettings): Promise<void> {
  const { seed, privacyMode, shared, changed } = settings
  const places = await listParticipations(db, roundId)
  const roles = (await db.selectFrom('engagement').selectAll().executeTakeFirstOrThrow()).roles
  const roleIds = (JSON.parse(roles) as { id: string }[]).map(({ id }) => id)
  for (const [index, { participation, lead }] of places.entries()) {
    const place = { index, level: lead.level }
    await submitParticipation(db, {
      participationId: participation.id,
      submissionId: `submission-${String(index).padStart(2, '0')}`,
      level: lead.level,
      answers: changed(shared(answersFor(instrument(), place, roleIds, seed), place), place),
      linked: privacyMode !== 'unlinked',
      unlinkedTexts: [],
    })
  }
}

function instrument(): Instrument {
  const found = findInstrument('full@1')
  if (!found) throw new Error('the full questionnaire is not in the catalogue')
  return found
}

async function collect(app: RunningApplication, roundId: string): Promise<Surfaces> {
  const url = await shareReport(
    app.db,
    { roundId, days: 30, now: new Date() },
    { secret: SECRET, baseUrl: app.config.baseUrl },
  )
  const token = new URL(url ?? '').pathname.slice(3)
  const reader = `plumbline-reader=${await openShare(app.db, token, new Date())}`
  const own = `plumbline-consultant=${await startSession(app.db, consultant.id, new Date())}`
  const asked: [name: string, path: string, cookie: string][] = [
    ['reader page', '/report', reader],
    ['reader payload', '/report.data', reader],
    ['reader loader', '/report?_data=reader-report', reader],
    ['reader PDF', '/report.pdf', reader],
    ['reader slides', '/report.pptx', reader],
    ['reader not found', '/report/none', reader],
    ['draft page', `/rounds/${roundId}/report`, own],
    ['draft JSON', `/rounds/${roundId}/report.json`, own],
    ['aggregates workbook', `/rounds/${roundId}/exports/aggregates.xlsx`, own],
    ...AGGREGATE_IDS.map((id): [string, string, string] => [
      `table ${id}`,
      `/rounds/${roundId}/exports/${id}.csv`,
      own,
    ]),
  ]
  const surfaces: Surfaces = {}
  for (const [name, path, cookie] of asked) surfaces[name] = await bytesOf(app.address + path, cookie)
  // Only the consultant's own JSON holds ids of themes, which are drawn at random in each database.
  surfaces['draft JSON'] = withoutRandomIds(surfaces['draft JSON'] ?? '')
  return surfaces
}

/** Each id told by the place where it first stands. */
function withoutRandomIds(text: string): string {
  const ids = new Map<string, string>()
  return text.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => {
    const place = ids.get(id) ?? `id ${ids.size}`
    ids.set(id, place)
    return place
  })
}

/** Status, the headers but for the clock, and the body. */
async function bytesOf(address: string, cookie: string): Promise<string> {
  const response = await fetch(address, { headers: { cookie, connection: 'close' }, redirect: 'manual' })
  const headers = [...response.headers].filter(([name]) => !['date', 'connection'].includes(name))
  const body = Buffer.from(await response.arrayBuffer()).toString('latin1')
  return `${response.status}\n${JSON.stringify(headers)}\n${body}`
}

async function countLinked(db: Db): Promise<number> {
  const rows = await db.selectFrom('submission').selectAll().execute()
  return rows.filter(({ participation_id }) => participation_id !== null).length
}
