import { sql } from 'kysely'
import type { Db } from './schema.ts'

/** One lead's place in a round, withdrawn or not. */
export interface LeadPlace {
  participationId: string
  roundId: string
  consented: boolean
  submitted: boolean
  started: boolean
  withdrawnOn: string | null
}

export async function listLeadPlaces(db: Db, leadId: string): Promise<LeadPlace[]> {
  const rows = await db
    .selectFrom('participation')
    .select(['id', 'round_id', 'consented', 'submitted', 'withdrawn_on'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('draft')
            .select(sql`1`.as('one'))
            .whereRef('draft.participation_id', '=', 'participation.id'),
        )
        .$castTo<number>()
        .as('started'),
    )
    .where('lead_id', '=', leadId)
    .orderBy('round_id')
    .execute()
  return rows.map((row) => ({
    participationId: row.id,
    roundId: row.round_id,
    consented: row.consented === 1,
    submitted: row.submitted === 1,
    started: Boolean(row.started),
    withdrawnOn: row.withdrawn_on,
  }))
}
