import type { Kysely } from 'kysely'
import { insertAuditEvent } from '#db/audit-events.ts'
import { findConsultantByEmail } from '#db/consultants.ts'
import { inTransaction } from '#db/in-transaction.ts'
import type { Database } from '#db/schema.ts'
import { normaliseEmail } from './email.ts'
import { makeResetLink, RESET_MINUTES } from './reset-password.server.ts'

/** Whoever runs the server makes the link: nobody of the workspace does, so the log names nobody of it. */
export function linkFromServer(
  db: Kysely<Database>,
  email: string,
  { baseUrl, now }: { baseUrl: string; now: Date },
): Promise<{ name: string; link: string; minutes: number } | null> {
  return inTransaction(db, async (transaction) => {
    const found = await findConsultantByEmail(transaction, normaliseEmail(email))
    if (!found) return null
    const { name } = found.consultant
    const link = await makeResetLink(transaction, found.consultant, { baseUrl, now })
    await insertAuditEvent(transaction, {
      at: now.toISOString(),
      consultantId: null,
      consultantName: 'Who runs the server',
      engagementId: null,
      words: `made a link for a new password of ${name}`,
    })
    return { name, link, minutes: RESET_MINUTES }
  })
}
