import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { againAndAgain, type Recurring } from '#app/http/again-and-again.server.ts'
import { log } from '#app/http/log.server.ts'
import { stillAsked } from '#app/rounds/engagement.ts'
import { mailMessage } from '#app/rounds/mail/mail-body.ts'
import type { MailServer } from '#app/rounds/mail/mail-server.server.ts'
import { firstNameOf } from '#app/rounds/mail/mail-text.ts'
import { localDay } from '#app/rounds/time-zone.ts'
import { findEngagementWriter } from '#db/engagements.ts'
import { listLeads } from '#db/leads.ts'
import { loadPlan } from '#db/plan-entries.ts'
import {
  type ClaimedPlanMail,
  claimPlanMail,
  findPlanReminder,
  giveUpPlanMails,
  listPlanReminders,
  queuePlanMail,
  settlePlanMail,
} from '#db/plan-reminders.ts'
import type { Database } from '#db/schema.ts'
import { dueReminders, weekdayOf } from './due-reminders.ts'
import { reminderText } from './reminder-text.ts'

const LEASE_MS = 5 * 60_000
const MOST_ATTEMPTS = 8
const PAUSE_MS = 10 * 60_000
const MINUTE_MS = 60_000

interface MailSettings {
  baseUrl: string
  fromAddress: string
}

/** Puts in the queue what is to be sent today; asked again on the same day, it adds nothing. */
export async function queueReminders(db: Kysely<Database>, now: Date): Promise<void> {
  for (const { engagementId, weekday, timeZone } of await listPlanReminders(db)) {
    const day = localDay(timeZone, now)
    if (weekdayOf(day) !== weekday) continue
    const leads = stillAsked(await listLeads(db, engagementId))
    for (const { lead } of dueReminders(await loadPlan(db, engagementId), leads, day))
      await queuePlanMail(db, {
        id: randomUUID(),
        engagementId,
        leadId: lead.id,
        day,
        dueAt: now.toISOString(),
      })
  }
}

/** Hands over what is queued, one after the other. What it says is what stands in the plan at this moment. */
export async function sendReminders(
  db: Kysely<Database>,
  server: MailServer,
  settings: MailSettings,
  now: Date,
): Promise<number> {
  const time = now.toISOString()
  await giveUpPlanMails(db, time)
  const until = new Date(now.getTime() + LEASE_MS).toISOString()
  let sent = 0
  for (let mail = await claimPlanMail(db, { now: time, until }); mail; ) {
    if (await handOver(db, server, settings, mail, now)) sent += 1
    mail = await claimPlanMail(db, { now: time, until })
  }
  return sent
}

async function handOver(
  db: Kysely<Database>,
  server: MailServer,
  settings: MailSettings,
  mail: ClaimedPlanMail,
  now: Date,
): Promise<boolean> {
  const message = await messageOf(db, settings, mail, now)
  if (!message) {
    await settlePlanMail(db, { id: mail.id, state: 'withdrawn', words: 'Nothing was due any more.' })
    return false
  }
  const { kind, words } = await server.deliver(message)
  if (kind !== 'later') {
    await settlePlanMail(db, { id: mail.id, state: kind, words })
    return kind === 'sent'
  }
  const dueAt = new Date(now.getTime() + PAUSE_MS).toISOString()
  const again = mail.attempts < MOST_ATTEMPTS
  await settlePlanMail(
    db,
    again ? { id: mail.id, state: 'queued', words, dueAt } : { id: mail.id, state: 'refused', words },
  )
  return false
}

async function messageOf(
  db: Kysely<Database>,
  { baseUrl, fromAddress }: MailSettings,
  { id, engagementId, leadId }: ClaimedPlanMail,
  now: Date,
) {
  const reminder = await findPlanReminder(db, engagementId)
  const writer = await findEngagementWriter(db, engagementId)
  if (!reminder || !writer) return null
  const leads = stillAsked(await listLeads(db, engagementId))
  const day = localDay(reminder.timeZone, now)
  const due = dueReminders(await loadPlan(db, engagementId), leads, day).find(
    ({ lead }) => lead.id === leadId,
  )
  if (!due) return null
  const { lead, ...rest } = due
  const named = { firstName: firstNameOf(lead.name), client: writer.clientName, consultant: writer.name }
  return {
    ...mailMessage(reminderText(named, rest)),
    from: { name: writer.name, address: fromAddress },
    replyTo: { name: writer.name, address: writer.email },
    to: { name: lead.name, address: lead.email },
    messageId: `<${id}@${new URL(baseUrl).hostname}>`,
  }
}

/** Looks every minute whether somebody is to be reminded; one look ends before the next begins. */
export function startReminders(
  db: Kysely<Database>,
  server: MailServer,
  settings: MailSettings,
  now: () => Date = () => new Date(),
): Recurring {
  return againAndAgain(() => turn(db, server, settings, now()), MINUTE_MS)
}

async function turn(
  db: Kysely<Database>,
  server: MailServer,
  settings: MailSettings,
  now: Date,
): Promise<void> {
  try {
    await queueReminders(db, now)
    await sendReminders(db, server, settings, now)
  } catch (error) {
    log.error({ fault: String(error) }, 'reminders of the plan could not be sent')
  }
}
