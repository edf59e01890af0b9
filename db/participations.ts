import { type ExpressionBuilder, sql } from 'kysely'
import type { Lead } from '#app/rounds/engagement.ts'
import type { Participation, ParticipationState, Round } from '#app/rounds/round.ts'
import { inChunks } from './chunks.ts'
import { inTransaction } from './in-transaction.ts'
import { byLevelThenName, LEAD_COLUMNS, rowToLead } from './leads.ts'
import { ROUND_COLUMNS, rowToRound } from './rounds.ts'
import type { Database, Db } from './schema.ts'

export interface NewParticipation {
  id: string
  roundId: string
  leadId: string
  tokenHash: string
  linkVersion: number
}

interface ParticipationRow {
  id: string
  participation_round_id: string
  participation_lead_id: string
  link_version: number
  submitted: number
  has_draft: number
}

const PARTICIPATION_COLUMNS = [
  'participation.id',
  'participation.round_id as participation_round_id',
  'participation.lead_id as participation_lead_id',
  'participation.link_version',
  'participation.submitted',
] as const

export async function insertParticipations(
  db: Db,
  participations: readonly NewParticipation[],
): Promise<void> {
  await inTransaction(db, async (transaction) => {
    for (const chunk of inChunks(participations)) {
      const rows = chunk.map(({ id, roundId, leadId, tokenHash, linkVersion }) => ({
        id,
        round_id: roundId,
        lead_id: leadId,
        token_hash: tokenHash,
        link_version: linkVersion,
        consented: 0,
        submitted: 0,
      }))
      await transaction.insertInto('participation').values(rows).execute()
    }
  })
}

export async function listParticipations(
  db: Db,
  roundId: string,
): Promise<{ participation: Participation; lead: Lead }[]> {
  const rows = await db
    .selectFrom('participation')
    .innerJoin('lead', 'lead.id', 'participation.lead_id')
    .select(PARTICIPATION_COLUMNS)
    .select(LEAD_COLUMNS)
    .select(hasDraft)
    .where('participation.round_id', '=', roundId)
    .execute()
  return rows
    .map((row) => ({ participation: rowToParticipation(row), lead: rowToLead(row) }))
    .sort((a, b) => byLevelThenName(a.lead, b.lead))
}

/** What a personal link leads to, whatever the state of its round. */
export async function findParticipationByToken(
  db: Db,
  tokenHash: string,
): Promise<{
  participation: Participation
  round: Round
  lead: Lead
  clientName: string
  consultantName: string
} | null> {
  const row = await db
    .selectFrom('participation')
    .innerJoin('lead', 'lead.id', 'participation.lead_id')
    .innerJoin('round', 'round.id', 'participation.round_id')
    .innerJoin('engagement', 'engagement.id', 'round.engagement_id')
    .innerJoin('consultant', 'consultant.id', 'engagement.consultant_id')
    .select(PARTICIPATION_COLUMNS)
    .select(LEAD_COLUMNS)
    .select(ROUND_COLUMNS)
    .select(hasDraft)
    .select(['round.instrument', 'engagement.client_name', 'consultant.name as consultant_name'])
    .where('participation.token_hash', '=', tokenHash)
    .executeTakeFirst()
  if (!row) return null
  return {
    participation: rowToParticipation(row),
    round: rowToRound(row),
    lead: rowToLead(row),
    clientName: row.client_name,
    consultantName: row.consultant_name,
  }
}

/** The lead has agreed to be named (open rounds). */
export async function setConsent(db: Db, participationId: string): Promise<void> {
  await db.updateTable('participation').set({ consented: 1 }).where('id', '=', participationId).execute()
}

/** Gives the lead a new link. The old one is dead at once, and so is every session that it opened. */
export function setLinkVersion(
  db: Db,
  {
    participationId,
    tokenHash,
    linkVersion,
  }: { participationId: string; tokenHash: string; linkVersion: number },
): Promise<void> {
  return inTransaction(db, async (transaction) => {
    await transaction
      .updateTable('participation')
      .set({ token_hash: tokenHash, link_version: linkVersion })
      .where('id', '=', participationId)
      .execute()
    await transaction.deleteFrom('lead_session').where('participation_id', '=', participationId).execute()
  })
}

function hasDraft(eb: ExpressionBuilder<Database, 'participation'>) {
  return eb
    .exists(
      eb
        .selectFrom('draft')
        .select(sql`1`.as('one'))
        .whereRef('draft.participation_id', '=', 'participation.id'),
    )
    .$castTo<number>()
    .as('has_draft')
}

function rowToParticipation(row: ParticipationRow): Participation {
  return {
    id: row.id,
    roundId: row.participation_round_id,
    leadId: row.participation_lead_id,
    linkVersion: row.link_version,
    state: stateOf(row),
  }
}

function stateOf(row: ParticipationRow): ParticipationState {
  if (row.submitted) return 'done'
  return row.has_draft ? 'started' : 'not-started'
}
