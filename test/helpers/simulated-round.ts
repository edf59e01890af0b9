import { givenValue } from '#app/answers/answer.ts'
import type { Submission } from '#app/answers/submission.ts'
import { diagnose } from '#app/diagnosis/diagnose.ts'
import type { Diagnosis } from '#app/diagnosis/diagnosis.ts'
import { findInstrument } from '#app/questionnaire/catalogue.ts'
import { withCommitments } from '#app/questionnaire/commitments.ts'
import type { Instrument } from '#app/questionnaire/instrument.ts'
import { itemsOf } from '#app/questionnaire/items.ts'
import { buildReport } from '#app/report/build-report.ts'
import type { ReportDocument } from '#app/report/document.ts'
import type { Lead } from '#app/rounds/engagement.ts'
import type { PrivacyMode, Round } from '#app/rounds/round.ts'
import type { RoundScores } from '#app/scoring/round-scores.ts'
import { scoreRound } from '#app/scoring/score-round.ts'
import type { Codebook } from '#app/themes/theme.ts'
import { drawAnswers, type Profile } from '#scripts/simulate/profiles.ts'
import type { Executives, Person } from '#scripts/simulate/read-executives.ts'

const WORK = [
  [
    'Keep customers',
    'Enter Portugal',
    'Launch the loan desk',
    'Fewer faults',
    'Pay debts down',
    'Hire drivers',
    'Rebuild billing',
    'New depot',
    'Safer yards',
    'One price list',
    'Train managers',
    'Greener fleet',
  ],
  [
    'Office move',
    'Rebrand',
    'Trade fairs',
    'App rewrite',
    'Travel',
    'Newsletter',
    'Pilot in Porto',
    'Weekly decks',
    'Extra audits',
    'Loyalty cards',
    'Second brand',
    'Old portal',
  ],
  [
    'Billing for prices',
    'Legal review',
    'Recruiting',
    'Data team',
    'Depot permits',
    'Vehicle supply',
    'Sales handover',
    'Security queue',
    'Finance close',
    'Translation',
    'Partner contract',
    'Testing crew',
  ],
]
const ROLES = [
  'Chief executive',
  'Finance director',
  'Operations director',
  'Sales director',
  'People director',
  'Technology director',
]
const REDRAWS = 400

export interface SimulatedRound {
  profile: Profile
  /** People of each level. */
  seniors: number
  departments: number
  privacyMode?: PrivacyMode
  smallestGroup?: number
  seed?: number
  instrumentKey?: string
  /** What a pulse asks about, if it is one. */
  commitments?: readonly string[]
  /** What was sealed, with the names of the themes that say the same. */
  official?: readonly { priority: string; themes: readonly string[] }[]
  /** Nobody answers anything, though everybody hands in. */
  blank?: boolean
  /** What to change in the answers before they are scored. */
  changed?: (submission: Submission, index: number) => Submission
}

/** A whole round of an invented haulier, from simulated answers to the report. */
export function simulatedReport(settings: SimulatedRound): {
  scores: RoundScores
  diagnosis: Diagnosis
  report: ReportDocument
} {
  const instrument = instrumentOf(settings)
  const people = peopleOf(settings)
  const executives = { name: 'Harbour Freight Lines', people, themes: {}, questions: questionsOf(people) }
  const round = roundOf(settings)
  const { changed = (submission: Submission) => submission } = settings
  const submissions = submissionsOf(executives, settings).map(changed)
  const scores = scoreRound({
    instrument,
    round,
    leads: people.map(leadOf),
    roles: ROLES.map((name) => ({ id: name, name })),
    submissions,
    codebook: codebookOf(instrument, submissions),
    redraws: REDRAWS,
    ...(settings.official && { officialPriorities: settings.official.map(matched) }),
  })
  const diagnosis = diagnose(scores, instrument)
  const report = buildReport({
    engagement: {
      id: 'e1',
      consultantId: 'c1',
      clientName: executives.name,
      departments: [],
      roles: [],
      createdOn: '2026-02-01',
    },
    round,
    instrument,
    scores,
    diagnosis,
    consultantName: 'Ada Moore',
    issuedOn: '2026-03-12',
    documentId: 'HFL-1',
    softwareVersion: '0.1.0',
  })
  return { scores, diagnosis, report }
}

/** In this team a theme of the priorities has its name for an id. */
function matched({ priority, themes }: NonNullable<SimulatedRound['official']>[number]) {
  return { priority, themeIds: themes.map((name) => `priorities: ${name}`) }
}

function peopleOf({ seniors, departments }: SimulatedRound): Person[] {
  return Array.from({ length: seniors + departments }, (_, index) => ({
    id: `p${index}`,
    name: `Person ${index}`,
    email: `p${index}@example.com`,
    role: ROLES[index % ROLES.length] ?? '',
    department: 'Operations',
    level: index < seniors ? 'senior' : 'department',
  }))
}

function questionsOf(people: readonly Person[]): Executives['questions'] {
  return WORK.map((themes, question) => ({
    id: `q${question}`,
    lines: people.flatMap((person, index) =>
      [0, 1, 2].map((place) => {
        const theme = themes[(index + place * 5) % themes.length] ?? ''
        return { id: `${question}-${index}-${place}`, person: person.id, text: theme, theme }
      }),
    ),
  }))
}

function submissionsOf(executives: Executives, settings: SimulatedRound): Submission[] {
  const { profile, seed = 1, blank = false } = settings
  const team = {
    executives,
    instrument: instrumentOf(settings),
    roles: ROLES,
    departments: ['Operations', 'Sales'],
  }
  const drawn = drawAnswers(team, profile, seed)
  return executives.people.map(({ id, level }) => ({
    id: `s-${id}`,
    roundId: 'r1',
    level,
    leadId: id,
    departmentId: null,
    answers: blank ? {} : (drawn.get(id) ?? {}),
  }))
}

/** In this team a line is a theme in so many words. */
function codebookOf(instrument: Instrument, submissions: readonly Submission[]): Codebook {
  const lines = itemsOf(instrument)
    .filter((item) => item.kind === 'lines' && item.themed)
    .flatMap(({ id: itemId }) =>
      submissions.flatMap(({ id: submissionId, answers }) =>
        (givenValue(answers[itemId], 'lines')?.lines ?? []).map(({ text }, position) => ({
          id: `${submissionId}-${itemId}-${position}`,
          submissionId,
          itemId,
          position,
          text,
          themeId: `${itemId}: ${text}`,
        })),
      ),
    )
  const themes = new Map(
    lines.map(({ themeId, itemId, text }) => [themeId, { id: themeId, itemId, name: text }]),
  )
  return { themes: [...themes.values()], lines }
}

function leadOf({ id, name, email, level, role }: Person): Lead {
  return { id, engagementId: 'e1', name, email, level, departmentId: null, jobTitle: role }
}

function instrumentOf({ instrumentKey = 'full@1', commitments = [] }: SimulatedRound): Instrument {
  const instrument = findInstrument(instrumentKey)
  if (!instrument) throw new Error(`no questionnaire ${instrumentKey}`)
  return withCommitments(instrument, commitments)
}

function roundOf(settings: SimulatedRound): Round {
  const { privacyMode = 'confidential', smallestGroup = 5, instrumentKey = 'full@1' } = settings
  return {
    id: 'r1',
    engagementId: 'e1',
    title: 'First quarter',
    instrumentKey,
    instrument: instrumentOf(settings),
    privacyMode,
    smallestGroup,
    state: 'closed',
    opensOn: '2026-03-01',
    closesOn: '2026-03-10',
    openedOn: '2026-03-01',
    closedOn: '2026-03-10',
  }
}
