import type { Kysely } from 'kysely'
import { setEngagementArchived } from '#db/engagements.ts'
import type { Database } from '#db/schema.ts'
import type { Engagement } from './engagement.ts'
import type { RoundStep } from './open-round.server.ts'

/** Puts an engagement away: read only, and out of the list. Nothing is deleted, and it comes back as it was. */
export async function archiveEngagement(
  db: Kysely<Database>,
  { id, clientName }: Pick<Engagement, 'id' | 'clientName'>,
  today: string,
): Promise<RoundStep> {
  const archived = await setEngagementArchived(db, { id, archivedOn: today })
  return archived ? { ok: true } : { ok: false, error: `A round of ${clientName} is open: close it first.` }
}

export async function unarchiveEngagement(
  db: Kysely<Database>,
  { id }: Pick<Engagement, 'id'>,
): Promise<RoundStep> {
  await setEngagementArchived(db, { id, archivedOn: null })
  return { ok: true }
}
