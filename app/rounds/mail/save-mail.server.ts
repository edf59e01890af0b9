import type { Kysely } from 'kysely'
import { type RoundTexts, saveRoundMail } from '#db/round-mail.ts'
import type { Database } from '#db/schema.ts'
import { roundMailOf } from './queue-mail.server.ts'
import type { ReminderPlan } from './reminder-plan.ts'

export async function saveTexts(db: Kysely<Database>, roundId: string, texts: RoundTexts): Promise<void> {
  await saveRoundMail(db, roundId, { ...(await roundMailOf(db, roundId)), texts })
}

/** Null: nobody is reminded by itself. */
export async function saveReminders(
  db: Kysely<Database>,
  roundId: string,
  reminders: ReminderPlan | null,
): Promise<void> {
  await saveRoundMail(db, roundId, { ...(await roundMailOf(db, roundId)), reminders })
}
