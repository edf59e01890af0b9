import type { ExpressionBuilder } from 'kysely'
import type { Consultant } from '#app/session/consultant.ts'
import { inTransaction } from './in-transaction.ts'
import type { Database, Db } from './schema.ts'

/** Whether a consultant may open an engagement: as who answers for it, or as somebody who was added. */
export function mayOpen(consultantId: string) {
  return (eb: ExpressionBuilder<Database, 'engagement'>) =>
    eb.or([
      eb('engagement.consultant_id', '=', consultantId),
      eb.exists(
        eb
          .selectFrom('engagement_member')
          .select('engagement_member.engagement_id')
          .whereRef('engagement_member.engagement_id', '=', 'engagement.id')
          .where('engagement_member.consultant_id', '=', consultantId),
      ),
    ])
}

/** Who was added to an engagement, by name; who answers for it is not among them. */
export async function listMembers(db: Db, engagementId: string): Promise<Consultant[]> {
  const rows = await db
    .selectFrom('engagement_member')
    .innerJoin('consultant', 'consultant.id', 'engagement_member.consultant_id')
    .select(['consultant.id', 'consultant.email', 'consultant.name', 'consultant.role'])
    .where('engagement_member.engagement_id', '=', engagementId)
    .where('consultant.ended_on', 'is', null)
    .execute()
  return rows.sort((a, b) => a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1))
}

export async function addMember(
  db: Db,
  { engagementId, consultantId, addedOn }: { engagementId: string; consultantId: string; addedOn: string },
): Promise<void> {
  await db
    .insertInto('engagement_member')
    .values({ engagement_id: engagementId, consultant_id: consultantId, added_on: addedOn })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function removeMember(
  db: Db,
  { engagementId, consultantId }: { engagementId: string; consultantId: string },
): Promise<void> {
  await db
    .deleteFrom('engagement_member')
    .where('engagement_id', '=', engagementId)
    .where('consultant_id', '=', consultantId)
    .execute()
}

/** Whether somebody was added to an engagement whose leads were promised by name who reads their answers. */
export async function isAddedToPromised(db: Db, consultantId: string): Promise<boolean> {
  const row = await db
    .selectFrom('engagement_member')
    .innerJoin('round', 'round.engagement_id', 'engagement_member.engagement_id')
    .select('round.id')
    .where('engagement_member.consultant_id', '=', consultantId)
    .where('round.state', '!=', 'draft')
    .where('round.privacy_mode', '=', 'confidential')
    .where('round.answers_deleted_on', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** Makes somebody else answer for an engagement. */
export function handOverEngagement(
  db: Db,
  { engagementId, to }: { engagementId: string; to: string },
): Promise<void> {
  return inTransaction(db, async (transaction) => {
    await transaction
      .updateTable('engagement')
      .set({ consultant_id: to })
      .where('id', '=', engagementId)
      .execute()
    await removeMember(transaction, { engagementId, consultantId: to })
  })
}

/** Ids of the engagements that a consultant answers for. */
export async function listOwnEngagementIds(db: Db, consultantId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('engagement')
    .select('id')
    .where('consultant_id', '=', consultantId)
    .execute()
  return rows.map(({ id }) => id)
}
