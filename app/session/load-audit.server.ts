import type { Kysely } from 'kysely'
import { listAuditEvents } from '#db/audit-events.ts'
import type { Database } from '#db/schema.ts'

const MOST = 300

/** What was done in an engagement, or everywhere. */
export async function loadAudit(db: Kysely<Database>, engagementId?: string) {
  const events = await listAuditEvents(db, {
    most: MOST,
    ...(engagementId === undefined ? {} : { engagementId }),
  })
  return events.map(({ at, consultantName, words }) => ({ at, consultantName, words }))
}
