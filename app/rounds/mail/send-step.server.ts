import type { Kysely } from 'kysely'
import { requeueMail, withdrawQueued } from '#db/mails.ts'
import type { Database } from '#db/schema.ts'
import { queueInvitations, queueRemindersNow } from './queue-mail.server.ts'

/** What the consultant asks for on the mail page. False where there is no such step. */
export async function sendStep(
  db: Kysely<Database>,
  roundId: string,
  { intent, mailId }: { intent: string; mailId: string },
  { now, today }: { now: Date; today: string },
): Promise<boolean> {
  switch (intent) {
    case 'invite':
      await queueInvitations(db, roundId, now)
      return true
    case 'remind':
      await queueRemindersNow(db, roundId, now)
      return true
    case 'again':
      return requeueMail(db, { id: mailId, roundId, dueAt: now.toISOString() })
    case 'withdraw':
      await withdrawQueued(db, { roundId, day: today })
      return true
    default:
      return false
  }
}
