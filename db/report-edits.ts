import type { Edit, EditChange, EditEvent } from '#app/report/edits/edit.ts'
import { inTransaction } from './in-transaction.ts'
import type { Db } from './schema.ts'

/** By place. */
export async function listReportEdits(db: Db, roundId: string): Promise<Edit[]> {
  return db
    .selectFrom('report_edit')
    .select(['target', 'kind', 'base', 'value'])
    .where('round_id', '=', roundId)
    .orderBy('target')
    .orderBy('kind')
    .execute()
}

/** Stores what has changed together with its entries in the audit trail. */
export async function saveReportEdits(
  db: Db,
  { roundId, by, at, changes }: { roundId: string; by: string; at: string; changes: readonly EditChange[] },
): Promise<void> {
  if (changes.length === 0) return
  await inTransaction(db, async (transaction) => {
    for (const change of changes) await replaceEdit(transaction, roundId, change)
    const events = changes.map(({ target, kind, act, before, after }) => ({
      round_id: roundId,
      at,
      by_name: by,
      target,
      kind,
      act,
      before_words: before,
      after_words: after,
    }))
    await transaction.insertInto('report_edit_event').values(events).execute()
  })
}

async function replaceEdit(db: Db, roundId: string, { target, kind, edit }: EditChange): Promise<void> {
  await db
    .deleteFrom('report_edit')
    .where('round_id', '=', roundId)
    .where('target', '=', target)
    .where('kind', '=', kind)
    .execute()
  if (!edit) return
  const row = { round_id: roundId, target: edit.target, kind: edit.kind, base: edit.base, value: edit.value }
  await db
    .insertInto('report_edit')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['round_id', 'target', 'kind']).doUpdateSet({ base: edit.base, value: edit.value }),
    )
    .execute()
}

/** The audit trail, the newest entry first. */
export async function listEditEvents(db: Db, roundId: string): Promise<EditEvent[]> {
  return db
    .selectFrom('report_edit_event')
    .select(['at', 'by_name as by', 'target', 'kind', 'act'])
    .select(['before_words as before', 'after_words as after'])
    .where('round_id', '=', roundId)
    .orderBy('number', 'desc')
    .execute()
}
