import type { Lead } from '#app/rounds/engagement.ts'
import { byLevelThenName, LEAD_COLUMNS, rowToLead } from './leads.ts'
import type { Db } from './schema.ts'

/** The leads of a round who agreed to be named beside their answers. */
export async function listConsentingLeads(db: Db, roundId: string): Promise<Lead[]> {
  const rows = await db
    .selectFrom('participation')
    .innerJoin('lead', 'lead.id', 'participation.lead_id')
    .select(LEAD_COLUMNS)
    .where('participation.round_id', '=', roundId)
    .where('participation.consented', '=', 1)
    .execute()
  return rows.map(rowToLead).sort(byLevelThenName)
}
