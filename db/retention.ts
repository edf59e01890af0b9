import { emptyWriteAheadFile } from './checkpoint.ts'
import { deleteCoding } from './coding-reset.ts'
import { deleteDrafts } from './draft-ends.ts'
import { inTransaction } from './in-transaction.ts'
import { deleteLineVectors } from './line-vectors.ts'
import type { Db } from './schema.ts'

/** Sets the day on which answers are deleted. False where that day is later than leads were promised, or the answers are gone. */
export async function setKeepUntil(
  db: Db,
  { id, keepUntil }: { id: string; keepUntil: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('round')
    .set({ keep_until: keepUntil })
    .where('id', '=', id)
    .where('answers_deleted_on', 'is', null)
    .where((eb) =>
      eb.or([eb('state', '=', 'draft'), eb('keep_until', 'is', null), eb('keep_until', '>=', keepUntil)]),
    )
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Rounds whose day has come and whose answers are still there. */
export async function listRoundsToForget(
  db: Db,
  today: string,
): Promise<{ id: string; title: string; engagementId: string }[]> {
  return db
    .selectFrom('round')
    .select(['id', 'title', 'engagement_id as engagementId'])
    .where('state', '!=', 'draft')
    .where('keep_until', '<=', today)
    .where('answers_deleted_on', 'is', null)
    .orderBy('id')
    .execute()
}

/** Tables of which every row of a round goes. Foreign keys ask for the order. */
const TABLES = [
  'submission',
  'unlinked_text',
  'report_edit',
  'report_edit_event',
  'mail',
  'round_mail',
  'revote',
] as const

/**
 * Deletes whatever leads said in a round and all that was made of it; who was asked, and the published reports, stay. A round
 * that is still open closes. False where the answers are gone already, or the round was never opened.
 */
export async function deleteRoundAnswers(
  db: Db,
  { roundId, today }: { roundId: string; today: string },
): Promise<boolean> {
  const deleted = await inTransaction(db, async (transaction) => {
    if (!(await markDeleted(transaction, roundId, today))) return false
    await deleteCoding(transaction, roundId)
    for (const table of TABLES) await transaction.deleteFrom(table).where('round_id', '=', roundId).execute()
    await deleteDrafts(transaction, roundId)
    await transaction
      .deleteFrom('lead_session')
      .where('participation_id', 'in', (eb) =>
        eb.selectFrom('participation').select('id').where('round_id', '=', roundId),
      )
      .execute()
    await deleteLineVectors(transaction)
    return true
  })
  if (deleted) await emptyWriteAheadFile(db)
  return deleted
}

async function markDeleted(db: Db, roundId: string, today: string): Promise<boolean> {
  await db
    .updateTable('round')
    .set({ state: 'closed', closed_on: today })
    .where('id', '=', roundId)
    .where('state', '=', 'open')
    .execute()
  const { numUpdatedRows } = await db
    .updateTable('round')
    .set({ answers_deleted_on: today })
    .where('id', '=', roundId)
    .where('state', '!=', 'draft')
    .where('answers_deleted_on', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
