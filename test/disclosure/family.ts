import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { shareProgress } from '#app/redesign/commitments/share-progress.server.ts'
import { publishReport } from '#app/report/publish-report.server.ts'
import { addLeads } from '#app/rounds/add-leads.server.ts'
import { closeRound } from '#app/rounds/close-round.server.ts'
import { createEngagement } from '#app/rounds/create-engagement.server.ts'
import { createRound } from '#app/rounds/create-round.server.ts'
import { openRound } from '#app/rounds/open-round.server.ts'
import type { Consultant } from '#app/session/consultant.ts'
import { lockCodebook } from '#app/themes/codebook/lock-codebook.server.ts'
import { proposeCodebook } from '#app/themes/propose-codebook.server.ts'
import { insertConsultant } from '#db/consultants.ts'
import { addMember } from '#db/engagement-members.ts'
import { openDatabase } from '#db/open-database.ts'
import { type RunningApplication, runApplication } from '#test/helpers/running-application.ts'
import { seedPlan } from '#test/helpers/seeded-plan.ts'
import { wordingProposer } from '#test/helpers/wording-proposer.ts'
import { addressesAround, type Cookies, openAddresses, readerAddresses, roomAddresses } from './addresses.ts'
import { cookiesOf, type Known, knownIdsOf, leadOf, readerOf } from './client.ts'
import type { Answering, Company } from './company.ts'
import { handAllIn } from './hand-in.ts'
import { collect, type Surfaces } from './surfaces.ts'
import { type Casting, holdVote } from './vote.ts'

const SECRET = 'f'.repeat(64)
/** So many databases beside the first are fetched from at every address; the others at those that tell of answers. */
const WIDE = 2
const ROLES = ['Chief', 'Finance', 'Sales', 'Operations', 'People']
const consultant: Consultant = {
  id: 'consultant-ada',
  email: 'ada@consulting.test',
  role: 'owner',
  name: 'Ada Moore',
}
const viewer: Consultant = {
  id: 'consultant-vic',
  email: 'vic@consulting.test',
  role: 'viewer',
  name: 'Vic Hale',
}

/** How a database differs from the one as it was drawn: in what was answered, or in what was voted in the room. */
export interface Change {
  changed?: Answering
  cast?: Casting
}

/** A family: one company in many databases, each closed, sorted and published by itself. The first is as it was drawn. */
export interface Family {
  base: Surfaces
  /** One for each of the changes. */
  others: Surfaces[]
  /** In unlinked rounds: rows of answers that lead to a lead's place. */
  linkedRows: number
}

export async function makeFamily(company: Company, changes: readonly Change[]): Promise<Family> {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-twins-'))
  try {
    const path = join(folder, 'base.sqlite')
    const known = await prepare(path, company)
    const readings: Reading[] = []
    for (const [at, change] of [{}, ...changes].entries()) {
      const copy = join(folder, `${at}.sqlite`)
      await copyOf(path, copy)
      readings.push(await publishAndCollect(copy, known, company, { ...change, isWide: at <= WIDE }))
    }
    const [base, ...others] = readings.map(({ surfaces }) => surfaces)
    return { base: base ?? {}, others, linkedRows: readings.reduce((sum, one) => sum + one.linkedRows, 0) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The names of the surfaces of the second that are not the same in the first. */
export function differing(base: Surfaces, other: Surfaces): string[] {
  return Object.keys(other).filter((name) => base[name] !== other[name])
}

async function copyOf(path: string, copy: string): Promise<void> {
  const db = await openDatabase(path)
  await sql`vacuum into ${copy}`.execute(db)
  await db.destroy()
}

const dayOf = (wave: number) => `2026-0${2 + 3 * wave}-02`

/** Open rounds of which nobody has handed in, and a plan with an entry of every kind. */
async function prepare(path: string, { people, instruments, privacyMode }: Company): Promise<Known> {
  const db = await openDatabase(path)
  for (const one of [consultant, viewer])
    await insertConsultant(db, { ...one, passwordHash: 'none', createdOn: dayOf(0) })
  const details = { clientName: 'Harbour Freight', departments: ['Sales'], roles: ROLES }
  const created = await createEngagement(db, consultant.id, details, dayOf(0))
  if (!created.ok) throw new Error(JSON.stringify(created.errors))
  const { engagement } = created
  const { id: engagementId } = engagement
  await addMember(db, { engagementId, consultantId: viewer.id, addedOn: dayOf(0) })
  const leads = await addLeads(
    db,
    engagement,
    (['senior', 'department'] as const).flatMap((level) =>
      Array.from({ length: people[level] }, (_, place) => ({
        name: `Person ${String(place).padStart(2, '0')} ${level}`,
        email: `${level}${place}@harbour.test`,
        level,
        departmentId: null,
        jobTitle: '',
      })),
    ),
  )
  const roundIds: string[] = []
  for (const [wave, instrumentKey] of instruments.entries()) {
    const { id } = await createRound(db, engagementId, {
      title: `Round ${wave + 1}`,
      instrumentKey,
      opensOn: dayOf(wave),
      closesOn: dayOf(wave),
      privacyMode,
      smallestGroup: 5,
    })
    await openRound(db, { roundId: id, consultantId: consultant.id, secret: SECRET, today: dayOf(wave) })
    roundIds.push(id)
  }
  const planEntryIds = await seedPlan(db, { engagementId, by: consultant.name, on: dayOf(0) })
  await shareProgress(db, { engagementId, now: new Date() }, { secret: SECRET })
  await db.destroy()
  return { engagementId, leadIds: leads.map(({ id }) => id), roundIds, planEntryIds }
}

interface Reading {
  surfaces: Surfaces
  linkedRows: number
}

async function publishAndCollect(
  path: string,
  known: Known,
  company: Company,
  { changed = (answers) => answers, cast = (casts) => [...casts], isWide }: Change & { isWide: boolean },
): Promise<Reading> {
  const app = await runApplication({ databasePath: path })
  try {
    const signedIn = await cookiesOf(app, known, { consultant, viewer })
    const surfaces: Surfaces = {}
    const look = async (found: Promise<Surfaces>) => Object.assign(surfaces, await found)
    for (const [wave, roundId] of known.roundIds.entries()) {
      const today = dayOf(wave)
      await handAllIn(app.db, roundId, { company, changed, wave, secret: SECRET, today })
      await look(collect(app, openAddresses(roundId, signedIn), inRound(wave)))
      await closeAndPublish(app, roundId, today)
    }
    const ids = await knownIdsOf(app, known, company)
    const cookies = { ...signedIn, lead: await leadOf(app, ids.rounds.published, company) }
    for (const [wave, roundId] of known.roundIds.entries())
      await look(collect(app, await afterwards(app, roundId, cookies), inRound(wave)))
    const around = addressesAround(ids, cookies).filter(({ far }) => isWide || !far)
    await look(collect(app, around))
    await look(holdVote(app, { roundId: ids.rounds.published, company, cast, cookies }))
    return { surfaces, linkedRows: company.privacyMode === 'unlinked' ? await linkedRows(app) : 0 }
  } finally {
    await app.close()
  }
}

const inRound = (wave: number) => (name: string) => `${name}, round ${wave + 1}`

async function closeAndPublish({ db }: RunningApplication, roundId: string, today: string): Promise<void> {
  await closeRound(db, { roundId, consultantId: consultant.id, today })
  await proposeCodebook(db, roundId, wordingProposer)
  await lockCodebook(db, { roundId, coder: consultant.name, today, asItStands: true })
  const published = await publishReport(db, { roundId, consultant, today })
  if (published !== 'published') throw new Error(published)
}

async function afterwards(app: RunningApplication, roundId: string, cookies: Cookies) {
  return [...readerAddresses(await readerOf(app, roundId)), ...roomAddresses(roundId, cookies)]
}

async function linkedRows({ db }: RunningApplication): Promise<number> {
  const rows = await db.selectFrom('submission').select('participation_id').execute()
  return rows.filter(({ participation_id }) => participation_id !== null).length
}
