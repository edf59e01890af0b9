import type { Department, Lead, Role } from '#app/rounds/engagement.ts'
import type { Round } from '#app/rounds/round.ts'
import { PAGE_BRAND_COLUMNS, type PageBrand, rowToPageBrand } from './brands.ts'
import { parseNamedList } from './engagements.ts'
import { LEAD_COLUMNS, rowToLead } from './leads.ts'
import { ROUND_COLUMNS, rowToRound } from './rounds.ts'
import type { Db } from './schema.ts'

export interface LeadSession {
  /** Hash of the session's token: answers that were given in it bear it. */
  sessionHash: string
  participationId: string
  /** Whether it may show what was answered in other browsers. */
  readsAll: boolean
  /** Whether the person said that they are the lead the link was made for. */
  confirmed: boolean
  consented: boolean
  submitted: boolean
  /** The language that the lead has chosen; null or left out where none was. */
  language?: string | null
  lead: Lead
  /** Without its instrument, which is big and the same for all leads: see `findRoundInstrument`. */
  round: Round
  clientName: string
  consultantName: string
  departments: Department[]
  roles: Role[]
  /** What the consultant's questionnaires look like, where they do not look like ours. */
  brand?: PageBrand
}

export async function insertLeadSession(
  db: Db,
  session: Pick<LeadSession, 'participationId' | 'confirmed'> & {
    tokenHash: string
    /** Left out: it shows what was answered in it, and nothing else. */
    readsAll?: boolean
    expiresAt: string
  },
): Promise<void> {
  await db
    .insertInto('lead_session')
    .values({
      token_hash: session.tokenHash,
      participation_id: session.participationId,
      confirmed: session.confirmed ? 1 : 0,
      expires_at: session.expiresAt,
      reads_all: session.readsAll ? 1 : 0,
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
    .select(['lead_session.participation_id', 'lead_session.confirmed', 'lead_session.reads_all'])
    .select(['participation.consented', 'participation.submitted', 'participation.language'])
    .select(['engagement.client_name', 'engagement.departments', 'engagement.roles'])
    .select('consultant.name as consultant_name')
    .leftJoin('brand', (join) =>
      join.onRef('brand.consultant_id', '=', 'consultant.id').on('brand.current', '=', 1),
    )
    .select(PAGE_BRAND_COLUMNS)
    .where('lead_session.token_hash', '=', tokenHash)
    .where('lead_session.expires_at', '>', now)
    .executeTakeFirst()
  if (!row) return null
  const brand = rowToPageBrand(row)
  return {
    sessionHash: tokenHash,
    participationId: row.participation_id,
    readsAll: row.reads_all === 1,
    confirmed: row.confirmed === 1,
    consented: row.consented === 1,
    submitted: row.submitted === 1,
    language: row.language,
    lead: rowToLead(row),
    round: rowToRound(row),
    clientName: row.client_name,
    consultantName: row.round_promised_by ?? row.consultant_name,
    departments: parseNamedList(row.departments),
    roles: parseNamedList(row.roles),
    ...(brand && { brand }),
  }
}
