import { z } from 'zod'
import type { Engagement } from '#app/rounds/engagement.ts'
import { mayOpen } from './engagement-members.ts'
import type { Db } from './schema.ts'

const namedListSchema = z.array(z.object({ id: z.string(), name: z.string() }))

/** The engagement's columns in a query that joins it, under names of their own. */
export const ENGAGEMENT_COLUMNS = [
  'engagement.id as engagement_id',
  'engagement.consultant_id as engagement_consultant_id',
  'engagement.client_name as engagement_client_name',
  'engagement.departments as engagement_departments',
  'engagement.roles as engagement_roles',
  'engagement.created_on as engagement_created_on',
  'engagement.archived_on as engagement_archived_on',
] as const

interface EngagementRow {
  engagement_id: string
  engagement_consultant_id: string
  engagement_client_name: string
  engagement_departments: string
  engagement_roles: string
  engagement_created_on: string
  engagement_archived_on: string | null
}

export function rowToEngagement(row: EngagementRow): Engagement {
  return {
    id: row.engagement_id,
    consultantId: row.engagement_consultant_id,
    clientName: row.engagement_client_name,
    departments: parseNamedList(row.engagement_departments),
    roles: parseNamedList(row.engagement_roles),
    createdOn: row.engagement_created_on,
    ...(row.engagement_archived_on !== null && { archivedOn: row.engagement_archived_on }),
  }
}

export function parseNamedList(json: string): { id: string; name: string }[] {
  return namedListSchema.parse(JSON.parse(json))
}

export async function insertEngagement(db: Db, engagement: Engagement): Promise<void> {
  await db
    .insertInto('engagement')
    .values({
      id: engagement.id,
      consultant_id: engagement.consultantId,
      client_name: engagement.clientName,
      departments: JSON.stringify(engagement.departments),
      roles: JSON.stringify(engagement.roles),
      created_on: engagement.createdOn,
    })
    .execute()
}

export async function findEngagement(
  db: Db,
  { id, consultantId }: { id: string; consultantId: string },
): Promise<Engagement | null> {
  const row = await db
    .selectFrom('engagement')
    .select(ENGAGEMENT_COLUMNS)
    .where('id', '=', id)
    .where(mayOpen(consultantId))
    .executeTakeFirst()
  return row ? rowToEngagement(row) : null
}

/** The newest first. */
export async function listEngagements(
  db: Db,
  consultantId: string,
): Promise<(Engagement & { leadCount: number; roundCount: number })[]> {
  const rows = await db
    .selectFrom('engagement')
    .select(ENGAGEMENT_COLUMNS)
    .select((eb) => [
      eb
        .selectFrom('lead')
        .select((lead) => lead.fn.countAll<number>().as('count'))
        .whereRef('lead.engagement_id', '=', 'engagement.id')
        .as('lead_count'),
      eb
        .selectFrom('round')
        .select((round) => round.fn.countAll<number>().as('count'))
        .whereRef('round.engagement_id', '=', 'engagement.id')
        .as('round_count'),
    ])
    .where(mayOpen(consultantId))
    .orderBy('created_on', 'desc')
    .orderBy('client_name')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...rowToEngagement(row),
    leadCount: Number(row.lead_count),
    roundCount: Number(row.round_count),
  }))
}

/** False where the engagement has passed to somebody else meanwhile. */
export async function updateEngagement(
  db: Db,
  engagement: Pick<Engagement, 'id' | 'consultantId' | 'clientName' | 'departments' | 'roles'>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('engagement')
    .set({
      client_name: engagement.clientName,
      departments: JSON.stringify(engagement.departments),
      roles: JSON.stringify(engagement.roles),
    })
    .where('id', '=', engagement.id)
    .where('consultant_id', '=', engagement.consultantId)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Null takes it out of the archive. False where there is no such engagement, or where a round of it is open. */
export async function setEngagementArchived(
  db: Db,
  { id, archivedOn }: { id: string; archivedOn: string | null },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('engagement')
    .set({ archived_on: archivedOn })
    .where('id', '=', id)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('round')
            .select('round.id')
            .where('round.engagement_id', '=', id)
            .where('round.state', '=', 'open'),
        ),
      ),
    )
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Whether the engagement, or the engagement of the round, is archived; false for what a consultant may not open. */
export async function isArchived(
  db: Db,
  {
    engagementId,
    roundId,
    consultantId,
  }: { engagementId: string | undefined; roundId: string | undefined; consultantId: string },
): Promise<boolean> {
  const row = await db
    .selectFrom('engagement')
    .select('engagement.id')
    .where('archived_on', 'is not', null)
    .where((eb) =>
      engagementId !== undefined
        ? eb('engagement.id', '=', engagementId)
        : eb(
            'engagement.id',
            '=',
            eb
              .selectFrom('round')
              .select('round.engagement_id')
              .where('round.id', '=', roundId ?? ''),
          ),
    )
    .where(mayOpen(consultantId))
    .executeTakeFirst()
  return row !== undefined
}

/** In whose name mails of an engagement are written: who answers for it. */
export async function findEngagementWriter(
  db: Db,
  id: string,
): Promise<{ clientName: string; name: string; email: string } | null> {
  const row = await db
    .selectFrom('engagement')
    .innerJoin('consultant', 'consultant.id', 'engagement.consultant_id')
    .select(['engagement.client_name as clientName', 'consultant.name', 'consultant.email'])
    .where('engagement.id', '=', id)
    .executeTakeFirst()
  return row ?? null
}
