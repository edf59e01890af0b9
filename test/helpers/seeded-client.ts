import type { Answers } from '#app/answers/answer.ts'
import { hashToken, linkToken, newToken } from '#app/http/tokens.server.ts'
import { findInstrument } from '#app/questionnaire/catalogue.ts'
import type { Instrument } from '#app/questionnaire/instrument.ts'
import { sectionsFor } from '#app/questionnaire/items.ts'
import type { PlanKind } from '#app/redesign/plan/plan.ts'
import { publishReport } from '#app/report/publish-report.server.ts'
import { openShare, shareReport } from '#app/report/share-report.server.ts'
import { addLeads } from '#app/rounds/add-leads.server.ts'
import { closeRound } from '#app/rounds/close-round.server.ts'
import { createEngagement } from '#app/rounds/create-engagement.server.ts'
import { createRound } from '#app/rounds/create-round.server.ts'
import type { Lead } from '#app/rounds/engagement.ts'
import { openRound } from '#app/rounds/open-round.server.ts'
import type { PrivacyMode } from '#app/rounds/round.ts'
import { startSession } from '#app/session/start-session.server.ts'
import { lockCodebook } from '#app/themes/codebook/lock-codebook.server.ts'
import { proposeCodebook } from '#app/themes/propose-codebook.server.ts'
import { findCodebook } from '#db/codebooks.ts'
import { insertConsultant } from '#db/consultants.ts'
import { insertLeadSession } from '#db/lead-sessions.ts'
import { listParticipations, setConsent } from '#db/participations.ts'
import { listShares } from '#db/report-shares.ts'
import { submitParticipation } from '#db/submissions.ts'
import type { RunningApplication } from './running-application.ts'
import { seedPlan } from './seeded-plan.ts'
import { wordingProposer } from './wording-proposer.ts'

const TODAY = '2026-03-02'
const STATES = ['draft', 'open', 'closed', 'published'] as const

export interface SeededClient {
  engagementId: string
  leadIds: string[]
  rounds: Record<(typeof STATES)[number], string>
  /** Ids of what hangs on the rounds: places, themes, lines and shares. */
  participationIds: string[]
  themeIds: string[]
  lineIds: string[]
  shareIds: string[]
  /** One entry of the plan of each of these kinds. */
  planEntryIds: Record<PlanKind, string>
  /** Tokens of the personal links of the open round, and of the sponsor's link. */
  linkTokens: string[]
  shareToken: string
  /** Sections of the questionnaire of a senior lead. */
  sectionIds: string[]
  cookies: { consultant: string; lead: string; reader: string }
}

interface Wanted {
  /** Distinguishes the consultants; part of every name. */
  name: string
  privacyMode?: PrivacyMode
}

/** A consultant with one engagement and a round in every state, everybody signed in. */
export async function seedClient(
  { db, config }: RunningApplication,
  { name, privacyMode = 'confidential' }: Wanted,
): Promise<SeededClient> {
  const consultant = {
    id: `consultant-${name}`,
    email: `${name}@consulting.test`,
    role: 'owner' as const,
    name: `Consultant ${name}`,
  }
  await insertConsultant(db, { ...consultant, passwordHash: 'none', createdOn: TODAY })
  const created = await createEngagement(
    db,
    consultant.id,
    { clientName: `Client of ${name}`, departments: ['Sales', 'Finance'], roles: ['Chief executive'] },
    TODAY,
  )
  if (!created.ok) throw new Error(JSON.stringify(created.errors))
  const { engagement } = created
  const department = engagement.departments[0]?.id ?? null
  const leads = await addLeads(
    db,
    engagement,
    Array.from({ length: 11 }, (_, index) => ({
      name: `Lead ${index} of ${name}`,
      email: `lead${index}@${name}.test`,
      level: index < 6 ? 'senior' : 'department',
      departmentId: index < 6 ? null : department,
      jobTitle: '',
    })),
  )
  const rounds = {} as SeededClient['rounds']
  const step = { consultantId: consultant.id, secret: config.secret, today: TODAY }
  for (const state of STATES) {
    const round = await createRound(db, engagement.id, {
      title: `The ${state} round of ${name}`,
      instrumentKey: 'quick-scan@1',
      opensOn: TODAY,
      closesOn: '2026-03-13',
      privacyMode,
      smallestGroup: 5,
    })
    rounds[state] = round.id
    if (state === 'draft') continue
    await openRound(db, { ...step, roundId: round.id })
    if (state === 'open') continue
    await answerAll(db, round.id, leads, privacyMode)
    await closeRound(db, { ...step, roundId: round.id })
    await proposeCodebook(db, round.id, wordingProposer)
    if (state !== 'published') continue
    await lockCodebook(db, { roundId: round.id, coder: consultant.name, today: TODAY, asItStands: true })
    await publishReport(db, { roundId: round.id, consultant, today: TODAY })
  }
  const url = await shareReport(
    db,
    { roundId: rounds.published, days: 30, now: new Date() },
    { secret: config.secret, baseUrl: config.baseUrl },
  )
  const shareToken = new URL(url ?? '').pathname.slice(3)
  const places = await listParticipations(db, rounds.open)
  const codebook = await findCodebook(db, rounds.closed)
  const first = places[0]?.participation.id ?? ''
  return {
    engagementId: engagement.id,
    leadIds: leads.map(({ id }) => id),
    rounds,
    participationIds: places.map(({ participation }) => participation.id),
    themeIds: codebook?.themes.map(({ id }) => id) ?? [],
    lineIds: codebook?.lines.map(({ id }) => id) ?? [],
    shareIds: (await listShares(db, rounds.published)).map(({ id }) => id),
    linkTokens: places.map(({ participation }) => linkToken(config.secret, 'p', participation.id, 1)),
    shareToken,
    planEntryIds: await seedPlan(db, { engagementId: engagement.id, by: consultant.name, on: TODAY }),
    sectionIds: sectionsFor(quickScan(), 'senior').map(({ id }) => id),
    cookies: {
      consultant: `plumbline-consultant=${await startSession(db, consultant.id, new Date())}`,
      lead: `plumbline-lead=${await leadSession(db, first)}`,
      reader: `plumbline-reader=${await openShare(db, shareToken, new Date())}`,
    },
  }
}

function quickScan(): Instrument {
  const instrument = findInstrument('quick-scan@1')
  if (!instrument) throw new Error('the quick scan is not in the catalogue')
  return instrument
}

/** The session of a lead who said who they are and, where that is asked, agreed to be named. */
export async function leadSession(db: RunningApplication['db'], participationId: string): Promise<string> {
  const token = newToken()
  const expiresAt = new Date(Date.now() + 3_600_000).toISOString()
  await insertLeadSession(db, { tokenHash: hashToken(token), participationId, confirmed: true, expiresAt })
  await setConsent(db, participationId)
  return token
}

async function answerAll(
  db: RunningApplication['db'],
  roundId: string,
  leads: readonly Lead[],
  privacyMode: PrivacyMode,
): Promise<void> {
  for (const { participation, lead } of await listParticipations(db, roundId)) {
    await submitParticipation(db, {
      participationId: participation.id,
      submissionId: crypto.randomUUID(),
      level: lead.level,
      answers: answersOf(leads.findIndex(({ id }) => id === lead.id)),
      linked: privacyMode !== 'unlinked',
      unlinkedTexts: [],
    })
  }
}

function answersOf(index: number): Answers {
  const lines = ['Win the north', `Plan ${index % 3}`, `Own line ${index}`]
  const value = { kind: 'lines' as const, lines: lines.map((text) => ({ text, picks: {} })) }
  return Object.fromEntries(
    ['priorities', 'stops', 'dependencies'].map((itemId) => [itemId, { state: 'answered' as const, value }]),
  )
}

export async function allRows({ db }: RunningApplication): Promise<Record<string, unknown[]>> {
  const tables = await db.introspection.getTables()
  const rows = await Promise.all(
    tables.map(
      async ({ name }) =>
        [
          name,
          await db
            .selectFrom(name as 'lead')
            .selectAll()
            .execute(),
        ] as const,
    ),
  )
  return Object.fromEntries(rows)
}
