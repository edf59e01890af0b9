import type { Department, Lead, Role } from '#app/rounds/engagement.ts'
import type { Round } from '#app/rounds/round.ts'
import { parseNamedList } from './engagements.ts'
import { LEAD_COLUMNS, rowToLead } from './leads.ts'
import { ROUND_COLUMNS, rowToRound } from './rounds.ts'
import type { Db } from './schema.ts'

export interface LeadSession {
  participationId: string
  /** Whether the person said that they are the lead the link was made for. */
  confirmed: boolean
  consented: boolean
  submitted: boolean
  lead: Lead
  /** Without its instrument, which is big and the same for all leads: see `findRoundInstrument`. */
  round: Round
  clientName: string
  consultantName: string
  departments: Department[]
  roles: Role[]
}

export async function insertLeadSession(
  db: Db,
  session: { tokenHash: string; participationId: string; confirmed: boolean; expiresAt: string },
): Promise<void> {
  await db
    .insertInto('lead_session')
    .values({
      token_hash: session.tokenHash,
      participation_id: session.participationId,
      confirmed: session.confirmed ? 1 : 0,
      expires_at: session.expiresAt,
    })
    .execute()
}

export async function confirmLeadSession(db: Db, tokenHash: string): Promise<void> {
  await db.updateTable('lead_session').set({ confirmed: 1 }).where('token_hash', '=', tokenHash).execute()
}

export async function deleteLeadSession(db: Db, tokenHash: string): Promise<void> {
  await db.deleteFrom('lead_session').where('token_hash', '=', tokenHash).execute()
}

/** Everything that a page of the questionnaire needs to know of who is asking and of the round, in one statement. */
export async function findLeadSession(db: Db, tokenHash: string, now: string): Promise<LeadSession | null> {
  const row = await db
    .selectFrom('lead_session')
    .innerJoin('participation', 'participation.id', 'lead_session.participation_id')
    .innerJoin('lead', 'lead.id', 'participation.lead_id')
    .innerJoin('round', 'round.id', 'participation.round_id')
    .innerJoin('engagement', 'engagement.id', 'round.engagement_id')
    .innerJoin('consultant', 'consultant.id', 'engagement.consultant_id')
    .select(LEAD_COLUMNS)
    .select(ROUND_COLUMNS)
    .select(['lead_session.participation_id', 'lead_session.confirmed'])
    .select(['participation.consented', 'participation.submitted'])
    .select(['engagement.client_name', 'engagement.departments', 'engagement.roles'])
    .select('consultant.name as consultant_name')
    .where('lead_session.token_hash', '=', tokenHash)
    .where('lead_session.expires_at', '>', now)
    .executeTakeFirst()
  if (!row) return null
  return {
    participationId: row.participation_id,
    confirmed: row.confirmed === 1,
    consented: row.consented === 1,
    submitted: row.submitted === 1,
    lead: rowToLead(row),
    round: rowToRound(row),
    clientName: row.client_name,
    consultantName: row.consultant_name,
    departments: parseNamedList(row.departments),
    roles: parseNamedList(row.roles),
  }
}
