import { startAnswering } from '#app/answers/start-answering.server.ts'
import { hashToken } from '#app/http/tokens.server.ts'
import type { Instrument, Section } from '#app/questionnaire/instrument.ts'
import type { PrivacyMode, RoundState } from '#app/rounds/round.ts'
import { insertConsultant } from '#db/consultants.ts'
import { insertEngagement } from '#db/engagements.ts'
import { confirmLeadSession, findLeadSession, type LeadSession } from '#db/lead-sessions.ts'
import { insertLeads } from '#db/leads.ts'
import { openDatabase } from '#db/open-database.ts'
import { insertParticipations, setConsent } from '#db/participations.ts'
import { insertRound } from '#db/rounds.ts'
import { full } from './asked-items.ts'

export const NOW = new Date('2026-03-02T09:00:00Z')
export const LINK = 'pTESTLINKTESTLINKTESTLINKTESTLINK'
const TODAY = '2026-03-02'

interface Setting {
  privacyMode?: PrivacyMode
  state?: RoundState
  instrument?: Instrument
}

/** A round with one department lead, Dana Meyer of Finance, on a real database in memory. */
export async function answeringRound({
  privacyMode = 'confidential',
  state = 'open',
  instrument = full,
}: Setting = {}) {
  const statements: string[] = []
  const db = await openDatabase(':memory:', { onStatement: (sql) => statements.push(sql) })
  await insertConsultant(db, {
    id: 'c1',
    email: 'ada@firm.test',
    role: 'owner' as const,
    name: 'Ada Moore',
    passwordHash: 'x',
    createdOn: TODAY,
  })
  await insertEngagement(db, {
    id: 'e1',
    consultantId: 'c1',
    clientName: 'Northwind',
    departments: [
      { id: 'finance', name: 'Finance' },
      { id: 'sales', name: 'Sales' },
    ],
    roles: [
      { id: 'ceo', name: 'Chief executive' },
      { id: 'coo', name: 'Chief operating officer' },
    ],
    createdOn: TODAY,
  })
  await insertLeads(db, [
    {
      id: 'l1',
      engagementId: 'e1',
      name: 'Dana Meyer',
      email: 'dana@client.test',
      level: 'department',
      departmentId: 'finance',
      jobTitle: 'Finance lead',
    },
  ])
  await insertRound(db, {
    id: 'r1',
    engagementId: 'e1',
    title: 'Spring',
    instrumentKey: 'full@1',
    instrument,
    privacyMode,
    smallestGroup: 5,
    state,
    opensOn: TODAY,
    closesOn: '2026-03-20',
    openedOn: TODAY,
    closedOn: state === 'open' ? null : '2026-03-20',
  })
  const place = { id: 'p1', roundId: 'r1', leadId: 'l1', tokenHash: hashToken(LINK), linkVersion: 1 }
  await insertParticipations(db, [place])
  return { db, statements }
}

type AnsweringRound = Awaited<ReturnType<typeof answeringRound>>

/** Follows the link as the lead would, up to the first page with items. */
export async function signedIn({ db }: Pick<AnsweringRound, 'db'>) {
  const token = await startAnswering(db, LINK, NOW)
  if (!token) throw new Error('the link opens no session')
  const sessionHash = hashToken(token)
  await confirmLeadSession(db, sessionHash)
  await setConsent(db, 'p1')
  return { sessionHash, session: () => sessionOf({ db }, sessionHash) }
}

export async function sessionOf(
  { db }: Pick<AnsweringRound, 'db'>,
  sessionHash: string,
): Promise<LeadSession> {
  const session = await findLeadSession(db, sessionHash, NOW.toISOString())
  if (!session) throw new Error('there is no such session')
  return session
}

export function sectionOf(id: string, instrument: Instrument = full): Section {
  const section = instrument.sections.find((candidate) => candidate.id === id)
  if (!section) throw new Error(`no section ${id}`)
  return section
}
