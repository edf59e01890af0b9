import type { Kysely } from 'kysely'
import { insertAuditEvent } from '#db/audit-events.ts'
import { deleteRoundAnswers, listRoundsToForget } from '#db/retention.ts'
import type { Database } from '#db/schema.ts'

/** Deletes the answers of every round whose day has come, and writes that down. Gives the rounds' titles. */
export async function forgetDueAnswers(db: Kysely<Database>, now: Date): Promise<string[]> {
  const at = now.toISOString()
  const today = at.slice(0, 10)
  const forgotten: string[] = []
  for (const { id, title, engagementId } of await listRoundsToForget(db, today)) {
    if (!(await deleteRoundAnswers(db, { roundId: id, today }))) continue
    const words = `deleted the answers of “${title}”, as the leads were promised`
    await insertAuditEvent(db, { at, consultantId: null, consultantName: 'Plumbline', engagementId, words })
    forgotten.push(title)
  }
  return forgotten
}
