import type { Delivery } from '#app/rounds/mail/mail.ts'
import { withdrawReason } from './mail-reasons.ts'
import type { Db } from './schema.ts'

/** On which weekday (1 for Monday) the owners of an engagement's commitments are written to, and by whose clock. */
export interface PlanReminder {
  engagementId: string
  weekday: number
  timeZone: string
}

export async function findPlanReminder(db: Db, engagementId: string): Promise<PlanReminder | null> {
  const row = await db
    .selectFrom('plan_reminder')
    .selectAll()
    .where('engagement_id', '=', engagementId)
    .executeTakeFirst()
  return row ? { engagementId, weekday: row.weekday, timeZone: row.time_zone } : null
}

/** Of engagements that are not archived. */
export async function listPlanReminders(db: Db): Promise<PlanReminder[]> {
  const rows = await db
    .selectFrom('plan_reminder')
    .innerJoin('engagement', 'engagement.id', 'plan_reminder.engagement_id')
    .select(['engagement_id', 'weekday', 'time_zone'])
    .where('engagement.archived_on', 'is', null)
    .execute()
  return rows.map((row) => ({
    engagementId: row.engagement_id,
    weekday: row.weekday,
    timeZone: row.time_zone,
  }))
}

export async function savePlanReminder(
  db: Db,
  { engagementId, weekday, timeZone }: PlanReminder,
): Promise<void> {
  await db
    .insertInto('plan_reminder')
    .values({ engagement_id: engagementId, weekday, time_zone: timeZone })
    .onConflict((conflict) => conflict.column('engagement_id').doUpdateSet({ weekday, time_zone: timeZone }))
    .execute()
}

/** No more reminders; those that still wait are taken out. */
export async function deletePlanReminder(db: Db, engagementId: string): Promise<void> {
  await db.deleteFrom('plan_reminder').where('engagement_id', '=', engagementId).execute()
  await db
    .updateTable('plan_mail')
    .set({ state: 'withdrawn', words: withdrawReason.stoppedByHand })
    .where('engagement_id', '=', engagementId)
    .where('state', '=', 'queued')
    .execute()
}

/** One mail a lead and day: whoever queues it a second time changes nothing. */
export async function queuePlanMail(
  db: Db,
  mail: { id: string; engagementId: string; leadId: string; day: string; dueAt: string },
): Promise<void> {
  await db
    .insertInto('plan_mail')
    .values({
      id: mail.id,
      engagement_id: mail.engagementId,
      lead_id: mail.leadId,
      day: mail.day,
      due_at: mail.dueAt,
      state: 'queued',
    })
    .onConflict((conflict) => conflict.columns(['engagement_id', 'lead_id', 'day']).doNothing())
    .execute()
}

export interface ClaimedPlanMail {
  id: string
  engagementId: string
  leadId: string
  attempts: number
}

/** Takes one mail that is due; null where none is. Somebody else who asks at the same time gets another. */
export async function claimPlanMail(
  db: Db,
  { now, until }: { now: string; until: string },
): Promise<ClaimedPlanMail | null> {
  const row = await db
    .updateTable('plan_mail')
    .set((eb) => ({ state: 'sending', claimed_until: until, attempts: eb('attempts', '+', 1) }))
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('plan_mail')
        .select('id')
        .where('state', '=', 'queued')
        .where('due_at', '<=', now)
        .orderBy('due_at')
        .limit(1),
    )
    .returning(['id', 'engagement_id', 'lead_id', 'attempts'])
    .executeTakeFirst()
  return row
    ? { id: row.id, engagementId: row.engagement_id, leadId: row.lead_id, attempts: row.attempts }
    : null
}

export async function settlePlanMail(
  db: Db,
  settled: {
    id: string
    state: Exclude<Delivery['kind'], 'later'> | 'withdrawn' | 'queued'
    words: string
    dueAt?: string
  },
): Promise<void> {
  await db
    .updateTable('plan_mail')
    .set({
      state: settled.state,
      words: settled.words,
      claimed_until: null,
      ...(settled.dueAt ? { due_at: settled.dueAt } : {}),
    })
    .where('id', '=', settled.id)
    .where('state', '=', 'sending')
    .execute()
}

/** Mails whose sender stopped while it had them may have arrived: they are not sent again. */
export async function giveUpPlanMails(db: Db, now: string): Promise<void> {
  await db
    .updateTable('plan_mail')
    .set({ state: 'uncertain', claimed_until: null, words: withdrawReason.stopped })
    .where('state', '=', 'sending')
    .where('claimed_until', '<', now)
    .execute()
}

/** What became of the last mails, the newest day first. */
export async function listPlanMails(
  db: Db,
  engagementId: string,
): Promise<{ id: string; leadName: string; day: string; state: string; words: string }[]> {
  return db
    .selectFrom('plan_mail')
    .innerJoin('lead', 'lead.id', 'plan_mail.lead_id')
    .select(['plan_mail.id', 'lead.name as leadName', 'plan_mail.day', 'plan_mail.state', 'plan_mail.words'])
    .where('plan_mail.engagement_id', '=', engagementId)
    .orderBy('plan_mail.day', 'desc')
    .orderBy('lead.name')
    .limit(60)
    .execute()
}
