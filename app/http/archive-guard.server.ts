import { matchRoutes } from '@remix-run/react'
import type { Kysely } from 'kysely'
import { isArchived } from '#db/engagements.ts'
import type { Database } from '#db/schema.ts'
import type { Principal } from './principal.server.ts'
import { ROUTE_TABLE } from './route-table.ts'

export const ARCHIVED_WORDS =
  'This engagement is archived and can only be read. Take it out of the archive on its page first.'

const ROUTES = ROUTE_TABLE.map((entry) => ({ path: entry.path, entry }))

/** Whether a form would change something of an archived engagement, at whatever address. */
export async function isPutAway(
  db: Kysely<Database>,
  principal: Principal,
  { path, changes }: { path: string; changes: boolean },
): Promise<boolean> {
  if (!changes || principal.kind !== 'consultant') return false
  const match = matchRoutes(ROUTES, path)?.at(-1)
  if (!match || match.route.entry.whileArchived) return false
  const { engagementId, roundId } = match.params
  if (engagementId === undefined && roundId === undefined) return false
  return isArchived(db, { engagementId, roundId, consultantId: principal.consultant.id })
}
