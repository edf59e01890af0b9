import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { onTestFinished } from 'vitest'
import type { Answer } from '#app/answers/answer.ts'
import { type Instrument, instrumentSchema } from '#app/questionnaire/instrument.ts'
import type { Engagement, Lead } from '#app/rounds/engagement.ts'
import type { Round } from '#app/rounds/round.ts'
import type { Consultant } from '#app/session/consultant.ts'
import { insertConsultant } from '#db/consultants.ts'
import { insertEngagement } from '#db/engagements.ts'
import { insertLeads } from '#db/leads.ts'
import { type OpenOptions, openDatabase } from '#db/open-database.ts'
import { insertParticipations } from '#db/participations.ts'
import { insertRound } from '#db/rounds.ts'
import type { Database } from '#db/schema.ts'

export const NOW = '2026-03-02T09:00:00.000Z'
export const EARLIER = '2026-03-02T08:59:59.999Z'
export const LATER = '2026-03-02T09:00:00.001Z'

export const ANNA: Consultant = Object.freeze({
  id: 'c-anna',
  email: 'anna@example.org',
  name: 'Anna Berg',
  role: 'owner',
})
export const BORIS: Consultant = Object.freeze({
  id: 'c-boris',
  email: 'boris@example.org',
  role: 'owner',
  name: 'Boris Cole',
})

export const INSTRUMENT: Instrument = Object.freeze(
  instrumentSchema.parse({
    format: 'plumbline-instrument/1',
    id: 'tiny',
    version: 1,
    title: 'Tiny',
    purpose: 'To try the database.',
    minutes: '1',
    language: 'en',
    sections: [
      {
        id: 'one',
        construct: 'focus',
        title: 'One',
        items: [{ id: 'free', construct: 'focus', kind: 'text', wording: 'Anything else?' }],
      },
    ],
  }),
)

export const ENGAGEMENT: Engagement = Object.freeze({
  id: 'e-1',
  consultantId: ANNA.id,
  clientName: 'Łódź Works',
  departments: [{ id: 'd-1', name: 'Sales' }],
  roles: [{ id: 'r-1', name: 'Chief operating officer' }],
  createdOn: '2026-02-01',
})

export const LEADS: readonly Lead[] = Object.freeze([
  lead('l-zoe', 'Zoe', 'department'),
  lead('l-osten', 'Östen', 'department'),
  lead('l-max', 'Max', 'senior'),
])

export const DRAFT_ROUND: Round = Object.freeze({
  id: 'round-1',
  engagementId: ENGAGEMENT.id,
  title: 'Spring',
  instrumentKey: 'tiny@1',
  instrument: null,
  privacyMode: 'confidential',
  smallestGroup: 5,
  state: 'draft',
  opensOn: '2026-03-01',
  closesOn: '2026-03-14',
  openedOn: null,
  closedOn: null,
  promisedBy: null,
  timeZone: 'UTC',
  closesItself: false,
})

export const OPEN_ROUND: Round = Object.freeze({
  ...DRAFT_ROUND,
  state: 'open',
  instrument: INSTRUMENT,
  openedOn: '2026-03-01',
})

/** The place of the lead Zoe in the round. */
export const PLACE = 'p-l-zoe'

export function lead(id: string, name: string, level: Lead['level']): Lead {
  return {
    id,
    engagementId: ENGAGEMENT.id,
    name,
    email: `${id}@example.org`,
    level,
    departmentId: level === 'senior' ? null : 'd-1',
    jobTitle: 'Lead',
  }
}

export function textAnswer(text: string): Answer {
  return { state: 'answered', value: { kind: 'text', text, mayQuote: true } }
}

/** A database in memory, closed when the test ends. */
export async function memoryDatabase(options: OpenOptions = {}): Promise<Kysely<Database>> {
  const db = await openDatabase(':memory:', options)
  onTestFinished(() => db.destroy())
  return db
}

/** A path for a database in a folder of its own, removed when the test ends. */
export function databasePath(): string {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-db-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'data', 'plumbline.db')
}

/** Two consultants; the first has an engagement with three leads. */
export async function seedEngagement(db: Kysely<Database>): Promise<void> {
  for (const consultant of [ANNA, BORIS]) {
    await insertConsultant(db, {
      ...consultant,
      passwordHash: `hash of ${consultant.id}`,
      createdOn: '2026-01-01',
    })
  }
  await insertEngagement(db, ENGAGEMENT)
  await insertLeads(db, LEADS)
}

/** And a round in which all three take part. */
export async function seedRound(db: Kysely<Database>, round: Round = OPEN_ROUND): Promise<void> {
  await seedEngagement(db)
  await insertRound(db, round)
  await insertParticipations(
    db,
    LEADS.map(({ id }) => ({
      id: `p-${id}`,
      roundId: round.id,
      leadId: id,
      tokenHash: `token of ${id}`,
      linkVersion: 1,
    })),
  )
}
