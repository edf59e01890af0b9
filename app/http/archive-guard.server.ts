import type { Kysely } from 'kysely'
import { isArchived } from '#db/engagements.ts'
import type { Database } from '#db/schema.ts'
import type { Address } from './address.server.ts'
import type { Principal } from './principal.server.ts'

export const ARCHIVED_WORDS =
  'This engagement is archived and can only be read. Take it out of the archive on its page first.'

/** Whether a form would change something of an archived engagement, at whatever address. */
export async function isPutAway(
  db: Kysely<Database>,
  principal: Principal,
  { entry, params }: Address,
  changes: boolean,
): Promise<boolean> {
  if (!changes || principal.kind !== 'consultant' || entry?.whileArchived) return false
  const { engagementId, roundId } = params
  if (engagementId === undefined && roundId === undefined) return false
  return isArchived(db, { engagementId, roundId, consultantId: principal.consultant.id })
}
