import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { insertEngagement } from '#db/engagements.ts'
import type { Database } from '#db/schema.ts'
import type { Engagement } from './engagement.ts'
import { type EngagementDetails, type EngagementErrors, engagementErrors } from './engagement-details.ts'
import { keepIds } from './named-list.ts'

export type EngagementResult = { ok: true; engagement: Engagement } | { ok: false; errors: EngagementErrors }

export async function createEngagement(
  db: Kysely<Database>,
  consultantId: string,
  details: EngagementDetails,
  today: string,
): Promise<EngagementResult> {
  const errors = engagementErrors(details)
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  const engagement: Engagement = {
    id: randomUUID(),
    consultantId,
    clientName: details.clientName,
    departments: keepIds(details.departments, []),
    roles: keepIds(details.roles, []),
    createdOn: today,
  }
  await insertEngagement(db, engagement)
  return { ok: true, engagement }
}
