import type { MailText } from '#app/rounds/mail/mail.ts'
import type { ReminderPlan } from '#app/rounds/mail/reminder-plan.ts'
import type { Db } from './schema.ts'

/** The three texts of a round. */
export interface RoundTexts {
  invitation: MailText
  notStarted: MailText
  midway: MailText
}

export interface RoundMail {
  texts: RoundTexts
  /** Null: nobody is reminded by itself. */
  reminders: ReminderPlan | null
}

/** Null where the consultant has not written anything of their own. */
export async function findRoundMail(db: Db, roundId: string): Promise<RoundMail | null> {
  const row = await db
    .selectFrom('round_mail')
    .select(['texts', 'reminders'])
    .where('round_id', '=', roundId)
    .executeTakeFirst()
  if (!row) return null
  return {
    texts: JSON.parse(row.texts) as RoundTexts,
    reminders: row.reminders === null ? null : (JSON.parse(row.reminders) as ReminderPlan),
  }
}

export async function saveRoundMail(db: Db, roundId: string, { texts, reminders }: RoundMail): Promise<void> {
  const values = { texts: JSON.stringify(texts), reminders: reminders && JSON.stringify(reminders) }
  await db
    .insertInto('round_mail')
    .values({ round_id: roundId, ...values })
    .onConflict((conflict) => conflict.column('round_id').doUpdateSet(values))
    .execute()
}

/** Open rounds that remind by themselves. */
export async function listRemindingRounds(
  db: Db,
): Promise<{ roundId: string; openedOn: string; closesOn: string; mail: RoundMail }[]> {
  const rows = await db
    .selectFrom('round_mail')
    .innerJoin('round', 'round.id', 'round_mail.round_id')
    .select(['round.id', 'round.opened_on', 'round.closes_on', 'round_mail.texts', 'round_mail.reminders'])
    .where('round.state', '=', 'open')
    .where('round_mail.reminders', 'is not', null)
    .orderBy('round.id')
    .execute()
  return rows.map((row) => ({
    roundId: row.id,
    openedOn: row.opened_on ?? row.closes_on,
    closesOn: row.closes_on,
    mail: {
      texts: JSON.parse(row.texts) as RoundTexts,
      reminders: JSON.parse(row.reminders ?? 'null') as ReminderPlan | null,
    },
  }))
}
