import { LEVELS, type Level } from '#app/questionnaire/instrument.ts'
import type { Lead } from '#app/rounds/engagement.ts'
import { inChunks } from './chunks.ts'
import { inTransaction } from './in-transaction.ts'
import type { Db } from './schema.ts'

/** The lead's columns in a query that joins it, under names of their own. */
export const LEAD_COLUMNS = [
  'lead.id as lead_id',
  'lead.engagement_id as lead_engagement_id',
  'lead.name as lead_name',
  'lead.email as lead_email',
  'lead.level as lead_level',
  'lead.department_id as lead_department_id',
  'lead.job_title as lead_job_title',
  'lead.left_on as lead_left_on',
] as const

interface LeadRow {
  lead_id: string
  lead_engagement_id: string
  lead_name: string
  lead_email: string
  lead_level: Level
  lead_department_id: string | null
  lead_job_title: string
  lead_left_on: string | null
}

export function rowToLead(row: LeadRow): Lead {
  return {
    id: row.lead_id,
    engagementId: row.lead_engagement_id,
    name: row.lead_name,
    email: row.lead_email,
    level: row.lead_level,
    departmentId: row.lead_department_id,
    jobTitle: row.lead_job_title,
    ...(row.lead_left_on !== null && { leftOn: row.lead_left_on }),
  }
}

/** Sorted here: SQLite compares bytes, which puts Ö after Z. */
export function byLevelThenName(a: Lead, b: Lead): number {
  return (
    LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
    a.name.localeCompare(b.name, 'en') ||
    (a.id < b.id ? -1 : 1)
  )
}

export async function insertLeads(db: Db, leads: readonly Lead[]): Promise<void> {
  await inTransaction(db, async (transaction) => {
    for (const chunk of inChunks(leads)) {
      await transaction.insertInto('lead').values(chunk.map(leadToRow)).execute()
    }
  })
}

export async function listLeads(db: Db, engagementId: string): Promise<Lead[]> {
  const rows = await db
    .selectFrom('lead')
    .select(LEAD_COLUMNS)
    .where('engagement_id', '=', engagementId)
    .execute()
  return rows.map(rowToLead).sort(byLevelThenName)
}

export async function findLead(
  db: Db,
  { id, engagementId }: { id: string; engagementId: string },
): Promise<Lead | null> {
  const row = await db
    .selectFrom('lead')
    .select(LEAD_COLUMNS)
    .where('id', '=', id)
    .where('engagement_id', '=', engagementId)
    .executeTakeFirst()
  return row ? rowToLead(row) : null
}

/** False where the engagement has no such lead. */
export async function updateLead(db: Db, lead: Lead): Promise<boolean> {
  const { id, engagement_id, ...columns } = leadToRow(lead)
  const { numUpdatedRows } = await db
    .updateTable('lead')
    .set(columns)
    .where('id', '=', id)
    .where('engagement_id', '=', engagement_id)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** False where the engagement has no such lead, or where the lead takes part in a round. */
export async function deleteLead(
  db: Db,
  { id, engagementId }: { id: string; engagementId: string },
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('lead')
    .where('id', '=', id)
    .where('engagement_id', '=', engagementId)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('participation').select('participation.id').where('lead_id', '=', id))),
    )
    .executeTakeFirst()
  return numDeletedRows > 0n
}

function leadToRow(lead: Lead) {
  return {
    id: lead.id,
    engagement_id: lead.engagementId,
    name: lead.name,
    email: lead.email,
    level: lead.level,
    department_id: lead.departmentId,
    job_title: lead.jobTitle,
    left_on: lead.leftOn ?? null,
  }
}
