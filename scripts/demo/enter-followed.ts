import { join } from 'node:path'
import type { Kysely } from 'kysely'
import type { Answers } from '#app/answers/answer.ts'
import { instrumentOfRound } from '#app/answers/round-instrument.server.ts'
import { keptSecret } from '#app/http/config.server.ts'
import { readCommitments } from '#app/questionnaire/commitments.ts'
import type { Instrument } from '#app/questionnaire/instrument.ts'
import { itemsOf } from '#app/questionnaire/items.ts'
import { commitmentsToAsk } from '#app/redesign/commitments/commitments-to-ask.ts'
import { listProgressLinks, shareProgress } from '#app/redesign/commitments/share-progress.server.ts'
import { publishReport } from '#app/report/publish-report.server.ts'
import { shareReport } from '#app/report/share-report.server.ts'
import { addLeads } from '#app/rounds/add-leads.server.ts'
import { closeRound } from '#app/rounds/close-round.server.ts'
import { createEngagement } from '#app/rounds/create-engagement.server.ts'
import { createRound } from '#app/rounds/create-round.server.ts'
import { addDays } from '#app/rounds/day.ts'
import type { Engagement } from '#app/rounds/engagement.ts'
import { openRound } from '#app/rounds/open-round.server.ts'
import type { Consultant } from '#app/session/consultant.ts'
import { setUp } from '#app/session/set-up.server.ts'
import { saveCommitments } from '#db/commitments.ts'
import { findConsultantByEmail } from '#db/consultants.ts'
import { openDatabase } from '#db/open-database.ts'
import { loadPlan } from '#db/plan-entries.ts'
import type { Database } from '#db/schema.ts'
import { demoAnswers } from './demo-answers.ts'
import { handInAll } from './hand-in.ts'
import { playPlan } from './play-plan.ts'
import type { DemoClient } from './read-client.ts'
import { type FollowThrough, readFollowThrough } from './read-follow-through.ts'
import { sortLines } from './sort-lines.ts'

/** What somebody needs to look around in a client that is followed through. Addresses are paths. */
export interface FollowedAccess {
  email: string
  password: string
  engagementPath: string
  firstReportLink: string
  secondReportLink: string
  progressLink: string
}

/** Which is entered, who signs in to look at it, and on which day they do. */
export interface Following {
  client: DemoClient
  followThrough: unknown
  consultant: { name: string; email: string; password: string }
  today: string
}

const ZONE = 'Europe/Amsterdam'
/** Monday of the week that lies eleven weeks back: the last of it happened a few days ago. */
const DAYS_BACK = 77
const NOON = 'T12:00:00Z'

interface Scene extends Pick<Following, 'client'> {
  db: Kysely<Database>
  secret: string
  consultant: Consultant
  engagement: Engagement
  told: FollowThrough
  dayOf: (days: number) => string
}

/**
 * A client that has gone through a diagnosis, a debrief, a plan, eight weeks of it and a pulse: entered through the use cases
 * that the pages call, each step on a day of its own. The database must be new, and nobody else may have it open.
 */
export async function enterFollowed(dataDir: string, following: Following): Promise<FollowedAccess> {
  const db = await openDatabase(join(dataDir, 'plumbline.sqlite'))
  try {
    return await tell(db, keptSecret(dataDir), following)
  } finally {
    await db.destroy()
  }
}

async function tell(db: Kysely<Database>, secret: string, following: Following): Promise<FollowedAccess> {
  const firstDay = mondayOf(addDays(following.today, -DAYS_BACK))
  const told = readFollowThrough(following.followThrough, firstDay)
  const dayOf = (days: number) => addDays(firstDay, days)
  const { client } = following
  const consultant = await signUp(db, following, dayOf(0))
  const engagement = await addClient(db, consultant, client, dayOf(0))
  const scene: Scene = { db, secret, consultant, engagement, client, told, dayOf }
  const { days, pulse } = told
  const firstReportLink = await runRound(scene, {
    title: client.rounds.answered,
    instrumentKey: 'full@1',
    days: [days.opened, days.closed, days.published],
    client: () => client,
    items: ['priorities', 'stops', 'dependencies'],
  })
  const seniors = client.people.filter(({ level }) => level === 'senior').map(({ name }) => name)
  const playing = { engagement, by: consultant.name, firstDay, seniors, timeZone: ZONE }
  const before = told.steps.filter(({ on }) => on <= days.pulseOpened)
  await playPlan(db, playing, before)
  const secondReportLink = await runRound(scene, {
    title: pulse.title,
    instrumentKey: 'pulse@1',
    days: [days.pulseOpened, days.pulseClosed, days.pulsePublished],
    client: (instrument) => clientAtPulse(client, pulse, instrument),
    items: ['priorities'],
  })
  return {
    ...{ email: following.consultant.email, password: following.consultant.password },
    engagementPath: `/engagements/${engagement.id}`,
    firstReportLink,
    secondReportLink,
    progressLink: await progressLink(scene, new Date(following.today + NOON)),
  }
}

async function signUp(db: Kysely<Database>, { consultant }: Following, day: string): Promise<Consultant> {
  const code = crypto.randomUUID()
  const done = await setUp(db, { ...consultant, code }, code, new Date(day + NOON))
  const found = await findConsultantByEmail(db, consultant.email)
  if (!done.ok || !found) throw new Error(`the consultant was not set up: ${JSON.stringify(done)}`)
  return found.consultant
}

async function addClient(
  db: Kysely<Database>,
  consultant: Consultant,
  client: DemoClient,
  day: string,
): Promise<Engagement> {
  const { clientName, departments } = client
  const details = { clientName, departments, roles: Object.values(client.roles) }
  const created = await createEngagement(db, consultant.id, details, day)
  if (!created.ok) throw new Error(JSON.stringify(created.errors))
  const { engagement } = created
  const leads = client.people.map(({ name, email, level, department, title }) => ({
    ...{ name, email, level },
    departmentId: engagement.departments.find((one) => one.name === department)?.id ?? null,
    jobTitle: title,
  }))
  await addLeads(db, engagement, leads)
  return engagement
}

interface RoundToRun {
  title: string
  instrumentKey: string
  /** On which it opens, closes and is published. */
  days: readonly [number, number, number]
  /** Who answers what, once it is known what is asked. */
  client: (instrument: Instrument) => DemoClient
  items: readonly (keyof DemoClient['themes'])[]
}

/** From the draft to the sponsor's link. */
async function runRound(scene: Scene, round: RoundToRun): Promise<string> {
  const { db, secret, consultant, engagement, dayOf } = scene
  const [opened = '', closed = '', published = ''] = round.days.map(dayOf)
  const { id: roundId } = await createRound(db, engagement.id, {
    ...{ title: round.title, instrumentKey: round.instrumentKey, opensOn: opened, closesOn: closed },
    ...{ timeZone: ZONE, privacyMode: scene.client.privacyMode, smallestGroup: 5 },
  })
  const asked = readCommitments(commitmentsToAsk(await loadPlan(db, engagement.id)).asked.join('\n'))
  if (asked.ok) await saveCommitments(db, roundId, asked.commitments)
  const step = { roundId, consultantId: consultant.id, secret }
  succeeded(await openRound(db, { ...step, today: opened }))
  const instrument = await instrumentOfRound(db, roundId)
  const client = round.client(instrument)
  const { departments, roles } = engagement
  const answersOf = (email: string): Answers => {
    const index = client.people.findIndex((person) => person.email === email)
    return demoAnswers({ client, departments, roles }, index, instrument)
  }
  await handInAll(db, { roundId, secret, instrument, answersOf, now: new Date(addDays(opened, 2) + NOON) })
  succeeded(await closeRound(db, { ...step, today: closed }))
  const coder = consultant.name
  await sortLines(db, { roundId, coder, today: closed, client, items: round.items })
  const outcome = await publishReport(db, { roundId, consultant, today: published })
  if (outcome !== 'published') throw new Error(`${round.title} was not published: ${outcome}`)
  const now = new Date(published + NOON)
  const link = await shareReport(db, { roundId, days: 90, now }, { secret, baseUrl: '' })
  if (!link) throw new Error(`${round.title} has no link for the sponsor`)
  return link
}

function succeeded(step: { ok: true } | { ok: false; error: string }): void {
  if (!step.ok) throw new Error(step.error)
}

/** The same people with what they answered eight weeks later. */
function clientAtPulse(
  client: DemoClient,
  { scale, choice, commitments, priorities }: FollowThrough['pulse'],
  instrument: Instrument,
): DemoClient {
  const asked = itemsOf(instrument).filter(({ id }) => id.startsWith('commitment-'))
  const rows = asked.map(({ id, wording }) => {
    const found = commitments.find(({ about }) => wording.includes(about))
    if (!found) throw new Error(`nobody has an answer to “${wording}”`)
    return [id, found.row] as const
  })
  return {
    ...client,
    scale: { ...client.scale, ...scale, ...Object.fromEntries(rows) },
    choice: { ...client.choice, ...choice },
    people: client.people.map((person) => ({
      ...person,
      priorities: priorities[person.email] ?? person.priorities,
    })),
  }
}

async function progressLink({ db, secret, engagement }: Scene, now: Date): Promise<string> {
  await shareProgress(db, { engagementId: engagement.id, now }, { secret })
  const [link] = await listProgressLinks(db, engagement.id, now, { secret, baseUrl: '' })
  if (!link) throw new Error('the plan has no progress link')
  return link.url
}

function mondayOf(day: string): string {
  return addDays(day, -((new Date(day + NOON).getUTCDay() + 6) % 7))
}
