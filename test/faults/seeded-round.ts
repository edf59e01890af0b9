import { keptSecret } from '#app/http/config.server.ts'
import { hashToken, newToken } from '#app/http/tokens.server.ts'
import { addLeads } from '#app/rounds/add-leads.server.ts'
import { createEngagement } from '#app/rounds/create-engagement.server.ts'
import { createRound } from '#app/rounds/create-round.server.ts'
import type { Engagement } from '#app/rounds/engagement.ts'
import { openRound } from '#app/rounds/open-round.server.ts'
import type { PrivacyMode } from '#app/rounds/round.ts'
import { startSession } from '#app/session/start-session.server.ts'
import { insertConsultant } from '#db/consultants.ts'
import { inTransaction } from '#db/in-transaction.ts'
import { insertLeadSession } from '#db/lead-sessions.ts'
import { openDatabase } from '#db/open-database.ts'
import { listParticipations } from '#db/participations.ts'
import type { Db } from '#db/schema.ts'
import { databaseIn } from './scratch.ts'

const DAY_MS = 86_400_000

/** A lead's place in a round, with a signed-in browser. */
export interface Place {
  participationId: string
  cookie: string
}

export interface SeededRound {
  roundId: string
  places: Place[]
}

export interface Seeded {
  engagementId: string
  consultantId: string
  /** The browser of the consultant whose rounds these are. */
  consultantCookie: string
  /** Open rounds of the quick scan, with the same leads. */
  rounds: Record<'confidential' | 'unlinked', SeededRound>
}

/** A data folder as it is in mid-round: a consultant and two open rounds, every lead signed in. No server may run on it. */
export async function seedRounds(dataDir: string, { leads }: { leads: number }): Promise<Seeded> {
  const secret = keptSecret(dataDir)
  const db = await openDatabase(databaseIn(dataDir))
  try {
    return await inTransaction(db, async (transaction) => {
      const consultantId = 'consultant-of-the-checks'
      const today = dayFromNow(0)
      await insertConsultant(transaction, {
        id: consultantId,
        email: 'consultant@checks.test',
        role: 'owner',
        name: 'The Consultant',
        passwordHash: 'none',
        createdOn: today,
      })
      const engagement = await engagementOf(transaction, consultantId, today, leads)
      const opened = { consultantId, secret, today, engagementId: engagement.id }
      return {
        engagementId: engagement.id,
        consultantId,
        consultantCookie: `plumbline-consultant=${await startSession(transaction, consultantId, new Date())}`,
        rounds: {
          confidential: await seedRound(transaction, { ...opened, privacyMode: 'confidential' }),
          unlinked: await seedRound(transaction, { ...opened, privacyMode: 'unlinked' }),
        },
      }
    })
  } finally {
    await db.destroy()
  }
}

async function engagementOf(db: Db, consultantId: string, today: string, leads: number): Promise<Engagement> {
  const details = { clientName: 'The Client', departments: ['Sales', 'Finance'], roles: ['Chief executive'] }
  const created = await createEngagement(db, consultantId, details, today)
  if (!created.ok) throw new Error(JSON.stringify(created.errors))
  await addLeads(
    db,
    created.engagement,
    Array.from({ length: leads }, (_, index) => ({
      name: `Lead ${index}`,
      email: `lead${index}@checks.test`,
      level: index % 2 === 0 ? 'senior' : 'department',
      departmentId: created.engagement.departments[0]?.id ?? null,
      jobTitle: '',
    })),
  )
  return created.engagement
}

interface Opening {
  consultantId: string
  engagementId: string
  secret: string
  today: string
  privacyMode: PrivacyMode
}

async function seedRound(db: Db, opening: Opening): Promise<SeededRound> {
  const { id: roundId } = await createRound(db, opening.engagementId, {
    title: `The ${opening.privacyMode} round`,
    instrumentKey: 'quick-scan@1',
    opensOn: opening.today,
    closesOn: dayFromNow(30),
    privacyMode: opening.privacyMode,
    smallestGroup: 5,
  })
  const step = await openRound(db, { ...opening, roundId })
  if (!step.ok) throw new Error(step.error)
  const places: Place[] = []
  for (const { participation } of await listParticipations(db, roundId))
    places.push(await signIn(db, participation.id))
  return { roundId, places }
}

async function signIn(db: Db, participationId: string): Promise<Place> {
  const token = newToken()
  await insertLeadSession(db, {
    tokenHash: hashToken(token),
    participationId,
    confirmed: true,
    readsAll: true,
    expiresAt: new Date(Date.now() + 7 * DAY_MS).toISOString(),
  })
  return { participationId, cookie: `plumbline-lead=${token}` }
}

function dayFromNow(days: number): string {
  return new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10)
}
