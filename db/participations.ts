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
  /** Of the code that is printed on a letter; left out: the place has none. */
  codeHash?: string
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
      const rows = chunk.map(({ id, roundId, leadId, tokenHash, codeHash, linkVersion }) => ({
        id,
        round_id: roundId,
        lead_id: leadId,
        token_hash: tokenHash,
        code_hash: codeHash ?? null,
        link_version: linkVersion,
        consented: 0,
        submitted: 0,
      }))
      await transaction.insertInto('participation').values(rows).execute()
    }
  })
}

/** The places of a round; one that was withdrawn is not among them. */
export function listParticipations(
  db: Db,
  roundId: string,
): Promise<{ participation: Participation; lead: Lead }[]> {
  return listPlaces(db, roundId, false)
}

export function listWithdrawnPlaces(
  db: Db,
  roundId: string,
): Promise<{ participation: Participation; lead: Lead }[]> {
  return listPlaces(db, roundId, true)
}

async function listPlaces(
  db: Db,
  roundId: string,
  withdrawn: boolean,
): Promise<{ participation: Participation; lead: Lead }[]> {
  const rows = await db
    .selectFrom('participation')
    .innerJoin('lead', 'lead.id', 'participation.lead_id')
    .select(PARTICIPATION_COLUMNS)
    .select(LEAD_COLUMNS)
    .select(hasDraft)
    .where('participation.round_id', '=', roundId)
    .where('participation.withdrawn_on', withdrawn ? 'is not' : 'is', null)
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
  language: string | null
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
    .select('participation.language')
    .where('participation.token_hash', '=', tokenHash)
    .where('participation.withdrawn_on', 'is', null)
    .executeTakeFirst()
  if (!row) return null
  return {
    participation: rowToParticipation(row),
    round: rowToRound(row),
    lead: rowToLead(row),
    clientName: row.client_name,
    consultantName: row.round_promised_by ?? row.consultant_name,
    language: row.language,
  }
}

/** The lead has agreed to be named (open rounds). */
export async function setConsent(db: Db, participationId: string): Promise<void> {
  await db.updateTable('participation').set({ consented: 1 }).where('id', '=', participationId).execute()
}

/** The language in which the lead is asked from now on. */
export async function setLanguage(db: Db, participationId: string, language: string): Promise<void> {
  await db.updateTable('participation').set({ language }).where('id', '=', participationId).execute()
}

/** Gives the lead a new link. The old one is dead at once, and so is every session that it opened. */
export function setLinkVersion(
  db: Db,
  {
    participationId,
    tokenHash,
    codeHash,
    linkVersion,
  }: { participationId: string; tokenHash: string; codeHash?: string; linkVersion: number },
): Promise<void> {
  return inTransaction(db, async (transaction) => {
    await transaction
      .updateTable('participation')
      .set({ token_hash: tokenHash, code_hash: codeHash ?? null, link_version: linkVersion })
      .where('id', '=', participationId)
      .execute()
    await transaction.deleteFrom('lead_session').where('participation_id', '=', participationId).execute()
  })
}

/**
 * Takes a place back, or gives it back (`withdrawnOn` null). Whatever link was handed out dies at once. False where there is
 * nothing to do, and where the lead has handed in: answers that were given stay.
 */
export function setPlaceWithdrawn(
  db: Db,
  place: {
    participationId: string
    withdrawnOn: string | null
    tokenHash: string
    codeHash?: string
    linkVersion: number
  },
): Promise<boolean> {
  const { participationId, withdrawnOn, tokenHash, codeHash = null, linkVersion } = place
  return inTransaction(db, async (transaction) => {
    const { numUpdatedRows } = await transaction
      .updateTable('participation')
      .set({
        withdrawn_on: withdrawnOn,
        token_hash: tokenHash,
        code_hash: codeHash,
        link_version: linkVersion,
      })
      .where('id', '=', participationId)
      .where('submitted', '=', 0)
      .where('withdrawn_on', withdrawnOn === null ? 'is not' : 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return false
    await transaction.deleteFrom('lead_session').where('participation_id', '=', participationId).execute()
    return true
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

/** Names of the leads who agreed to be named, by lead. */
export async function listConsentedNames(db: Db, roundId: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('participation')
    .innerJoin('lead', 'lead.id', 'participation.lead_id')
    .select(['lead.id', 'lead.name'])
    .where('participation.round_id', '=', roundId)
    .where('participation.consented', '=', 1)
    .where('participation.withdrawn_on', 'is', null)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
