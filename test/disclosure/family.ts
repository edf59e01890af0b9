import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Answers } from '#app/answers/answer.ts'
import { partTexts } from '#app/answers/part-texts.ts'
import { findInstrument } from '#app/questionnaire/catalogue.ts'
import type { Instrument, Level } from '#app/questionnaire/instrument.ts'
import { itemsOf } from '#app/questionnaire/items.ts'
import { publishReport } from '#app/report/publish-report.server.ts'
import { addLeads } from '#app/rounds/add-leads.server.ts'
import { closeRound } from '#app/rounds/close-round.server.ts'
import { createEngagement } from '#app/rounds/create-engagement.server.ts'
import { createRound } from '#app/rounds/create-round.server.ts'
import { openRound } from '#app/rounds/open-round.server.ts'
import type { PrivacyMode } from '#app/rounds/round.ts'
import { withdrawPlace } from '#app/rounds/withdraw-place.server.ts'
import type { Consultant } from '#app/session/consultant.ts'
import { lockCodebook } from '#app/themes/codebook/lock-codebook.server.ts'
import { proposeCodebook } from '#app/themes/propose-codebook.server.ts'
import { insertConsultant } from '#db/consultants.ts'
import { saveDrafts } from '#db/drafts.ts'
import { openDatabase } from '#db/open-database.ts'
import { listParticipations } from '#db/participations.ts'
import type { Db } from '#db/schema.ts'
import { submitParticipation } from '#db/submissions.ts'
import { answersFor } from '#test/helpers/drawn-answers.ts'
import { runApplication } from '#test/helpers/running-application.ts'
import { wordingProposer } from '#test/helpers/wording-proposer.ts'
import { collectSurfaces, type Surfaces } from './surfaces.ts'

const SECRET = 'f'.repeat(64)
const ROLES = ['Chief', 'Finance', 'Sales', 'Operations', 'People']
const consultant: Consultant = {
  id: 'consultant-ada',
  email: 'ada@consulting.test',
  role: 'owner',
  name: 'Ada Moore',
}

/** Where a person stands: in their level, counted from 0, and in which round. */
export interface Seat {
  /** Over both levels. */
  index: number
  level: Level
  place: number
  wave: number
}
export type Answering = (answers: Answers, seat: Seat) => Answers

/** What all databases of a family have in common. Who is at the end of a level as `begun` says has begun and never hands in. */
export interface Company {
  seed: number
  privacyMode: PrivacyMode
  /** One round each, one after the other. */
  instruments: readonly string[]
  people: Readonly<Record<Level, number>>
  begun: Level
  shared: Answering
}

/** A family: one company in many databases, each closed, sorted and published by itself. The first is as it was drawn. */
export interface Family {
  base: Surfaces
  /** One for each of the changes. */
  others: Surfaces[]
  /** In unlinked rounds: rows of answers that lead to a lead's place. */
  linkedRows: number
}

export async function makeFamily(company: Company, changes: readonly Answering[]): Promise<Family> {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-twins-'))
  try {
    const path = join(folder, 'base.sqlite')
    const roundIds = await prepare(path, company)
    const readings: Awaited<ReturnType<typeof publishAndCollect>>[] = []
    for (const [at, changed] of [unchanged, ...changes].entries()) {
      const copy = join(folder, `${at}.sqlite`)
      await copyOf(path, copy)
      readings.push(await publishAndCollect(copy, roundIds, company, changed))
    }
    const [base, ...others] = readings.map(({ surfaces }) => surfaces)
    return { base: base ?? {}, others, linkedRows: readings.reduce((sum, one) => sum + one.linkedRows, 0) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The names of the surfaces on which two databases differ. */
export function differing(one: Surfaces, other: Surfaces): string[] {
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...names].filter((name) => one[name] !== other[name])
}

const unchanged: Answering = (answers) => answers

export function instrumentOf(key: string): Instrument {
  const found = findInstrument(key)
  if (!found) throw new Error(`no questionnaire ${key}`)
  return found
}

async function copyOf(path: string, copy: string): Promise<void> {
  const db = await openDatabase(path)
  await sql`vacuum into ${copy}`.execute(db)
  await db.destroy()
}

const dayOf = (wave: number) => `2026-0${2 + 3 * wave}-02`

/** Open rounds of which nobody has handed in. */
async function prepare(path: string, { people, instruments, privacyMode }: Company): Promise<string[]> {
  const db = await openDatabase(path)
  await insertConsultant(db, { ...consultant, passwordHash: 'none', createdOn: dayOf(0) })
  const details = { clientName: 'Harbour Freight', departments: ['Sales'], roles: ROLES }
  const created = await createEngagement(db, consultant.id, details, dayOf(0))
  if (!created.ok) throw new Error(JSON.stringify(created.errors))
  const leads = (['senior', 'department'] as const).flatMap((level) =>
    Array.from({ length: people[level] }, (_, place) => ({
      name: `Person ${String(place).padStart(2, '0')} ${level}`,
      email: `${level}${place}@harbour.test`,
      level,
      departmentId: null,
      jobTitle: '',
    })),
  )
  await addLeads(db, created.engagement, leads)
  const roundIds: string[] = []
  for (const [wave, instrumentKey] of instruments.entries()) {
    const { id } = await createRound(db, created.engagement.id, {
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
  await db.destroy()
  return roundIds
}

async function publishAndCollect(
  path: string,
  roundIds: readonly string[],
  company: Company,
  changed: Answering,
): Promise<{ surfaces: Surfaces; linkedRows: number }> {
  const app = await runApplication({ databasePath: path })
  try {
    for (const [wave, roundId] of roundIds.entries()) {
      const today = dayOf(wave)
      await handAllIn(app.db, roundId, { company, changed, wave })
      await closeRound(app.db, { roundId, consultantId: consultant.id, today })
      await proposeCodebook(app.db, roundId, wordingProposer)
      await lockCodebook(app.db, { roundId, coder: consultant.name, today, asItStands: true })
      const published = await publishReport(app.db, { roundId, consultant, today })
      if (published !== 'published') throw new Error(published)
    }
    const surfaces = await collectSurfaces(app, roundIds, { consultantId: consultant.id, secret: SECRET })
    const rows = await app.db.selectFrom('submission').select('participation_id').execute()
    const linked = rows.filter(({ participation_id }) => participation_id !== null).length
    return { surfaces, linkedRows: company.privacyMode === 'unlinked' ? linked : 0 }
  } finally {
    await app.close()
  }
}

interface HandingIn {
  company: Company
  changed: Answering
  wave: number
}

async function handAllIn(db: Db, roundId: string, { company, changed, wave }: HandingIn): Promise<void> {
  const { seed, privacyMode, shared, instruments, begun, people } = company
  const instrument = instrumentOf(instruments[wave] ?? '')
  const { roles } = await db.selectFrom('engagement').select('roles').executeTakeFirstOrThrow()
  const roleIds = (JSON.parse(roles) as { id: string }[]).map(({ id }) => id)
  const seats = { senior: 0, department: 0 }
  for (const [index, { participation, lead }] of (await listParticipations(db, roundId)).entries()) {
    const seat: Seat = { index, level: lead.level, place: seats[lead.level]++, wave }
    const drawn = answersFor(instrument, seat, roleIds, seed + wave / 2)
    const asked = itemsOf(instrument).filter(({ levels }) => levels.includes(lead.level))
    const given = changed(shared(drawn, seat), seat)
    const answers = Object.fromEntries(
      asked.flatMap(({ id }) => (given[id] ? [[id, resolved(given[id], roleIds)]] : [])),
    )
    const isLast = lead.level === begun && seat.place === people[begun] - 1
    if (isLast) await beginAndWithdraw(db, roundId, participation.id, answers)
    else
      await handIn(db, participation.id, {
        index,
        wave,
        level: lead.level,
        answers,
        linked: privacyMode !== 'unlinked',
      })
  }

  async function handIn(
    to: Db,
    participationId: string,
    {
      index,
      wave,
      linked,
      ...given
    }: { index: number; wave: number; level: Level; answers: Answers; linked: boolean },
  ): Promise<void> {
    const parted = linked
      ? { answers: given.answers, texts: [] }
      : partTexts(itemsOf(instrument), given.answers)
    const unlinkedTexts = parted.texts.map((text, at) => ({ id: `text-${wave}-${index}-${at}`, ...text }))
    const submissionId = `00000000-0000-4000-8000-0000000${wave}${String(index).padStart(4, '0')}`
    await submitParticipation(to, {
      ...given,
      participationId,
      submissionId,
      answers: parted.answers,
      linked,
      unlinkedTexts,
    })
  }
}

/** Roles have ids of their own in each family: `role 3` stands for the fourth. */
function resolved(answer: Answers[string] & object, roleIds: readonly string[]): Answers[string] & object {
  if (answer.state !== 'answered' || answer.value.kind !== 'owner') return answer
  const { owner } = answer.value
  if (owner.kind !== 'role') return answer
  const [, number] = /^role (\d)$/.exec(owner.roleId) ?? []
  const roleId = number === undefined ? owner.roleId : (roleIds[Number(number)] ?? owner.roleId)
  return { state: 'answered', value: { kind: 'owner', owner: { kind: 'role', roleId } } }
}

/** Somebody who has begun, was taken off the round, and whose drafts nobody is to see. */
async function beginAndWithdraw(
  db: Db,
  roundId: string,
  participationId: string,
  answers: Answers,
): Promise<void> {
  const changes = Object.entries(answers).map(([itemId, answer]) => ({ itemId, answer, baseRevision: 0 }))
  await saveDrafts(db, { participationId, changes })
  const round = { id: roundId, state: 'open' as const }
  await withdrawPlace(db as Parameters<typeof withdrawPlace>[0], round, {
    participationId,
    secret: SECRET,
    today: dayOf(0),
  })
}
