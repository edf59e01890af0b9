import type { Kysely } from 'kysely'
import { inTransaction } from '#db/in-transaction.ts'
import { listLeads, updateLead } from '#db/leads.ts'
import { listParticipations } from '#db/participations.ts'
import { listRounds } from '#db/rounds.ts'
import type { Database, Db } from '#db/schema.ts'
import { addLeads, sameAddressError } from './add-leads.server.ts'
import type { Engagement, Lead } from './engagement.ts'
import { type LeadErrors, readLead, type TypedLead } from './lead-details.ts'
import { invite } from './open-round.server.ts'
import type { Round } from './round.ts'
import { setWithdrawn } from './withdraw-place.server.ts'

/** What becomes of one open round when somebody else takes a lead's place. */
export type Succession =
  /** The former place is withdrawn and the newcomer has one with a link of its own. */
  | { kind: 'taken-over'; title: string }
  /** The former lead has handed in: that stays, and the newcomer is asked as well, or not. */
  | { kind: 'answers-stay'; title: string; newcomerAsked: boolean }

export type ReplaceResult =
  | { ok: true; newcomer: Lead; successions: Succession[] }
  | { ok: false; errors: LeadErrors }

interface Replacing {
  typed: TypedLead
  /** Whether the newcomer also answers where the former lead has handed in. */
  askedAsWell: boolean
  secret: string
  today: string
}

/** Somebody new takes the place of a lead who is gone, at the same level. Given answers are not touched. */
export function replaceLead(
  db: Kysely<Database>,
  engagement: Engagement,
  former: Lead,
  { typed, askedAsWell, secret, today }: Replacing,
): Promise<ReplaceResult> {
  const result = readLead({ ...typed, level: former.level }, engagement.departments)
  if (!result.ok) return Promise.resolve(result)
  return inTransaction(db, async (transaction): Promise<ReplaceResult> => {
    const everybody = await listLeads(transaction, engagement.id)
    const error = sameAddressError(result.details.email, everybody)
    if (error) return { ok: false, errors: { email: error } }
    const [newcomer] = await addLeads(transaction, engagement, [result.details])
    if (!newcomer) throw new Error('a lead was added and is not there')
    await updateLead(transaction, { ...former, leftOn: former.leftOn ?? today })
    const successions: Succession[] = []
    for (const round of await openRounds(transaction, engagement.id)) {
      const took = await succeed(transaction, round, former, newcomer, { askedAsWell, secret, today })
      if (took) successions.push(took)
    }
    return { ok: true, newcomer, successions }
  })
}

async function openRounds(db: Db, engagementId: string): Promise<Round[]> {
  return (await listRounds(db, engagementId)).filter(({ state }) => state === 'open')
}

async function succeed(
  db: Db,
  { id, title }: Round,
  former: Lead,
  newcomer: Lead,
  { askedAsWell, secret, today }: Omit<Replacing, 'typed'>,
): Promise<Succession | null> {
  const place = (await listParticipations(db, id)).find(({ lead }) => lead.id === former.id)
  if (!place) return null
  const done = place.participation.state === 'done'
  if (!done) await setWithdrawn(db, place.participation, today, secret)
  if (!done || askedAsWell) await invite(db, id, [newcomer], secret)
  return done ? { kind: 'answers-stay', title, newcomerAsked: askedAsWell } : { kind: 'taken-over', title }
}

/** The open rounds in which a lead has a place, and whether they have handed in. */
export async function openPlacesOf(db: Db, lead: Lead): Promise<{ title: string; handedIn: boolean }[]> {
  const rounds = await openRounds(db, lead.engagementId)
  const places = await Promise.all(
    rounds.map(async ({ id, title }) => {
      const own = (await listParticipations(db, id)).find((place) => place.lead.id === lead.id)
      return own && { title, handedIn: own.participation.state === 'done' }
    }),
  )
  return places.filter((place) => place !== undefined)
}
