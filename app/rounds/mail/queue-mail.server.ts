import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { listMailPlaces, type MailPlace } from '#db/mail-places.ts'
import { listMails, type NewMail, queueMails } from '#db/mails.ts'
import { findRoundMail, listRemindingRounds, type RoundMail } from '#db/round-mail.ts'
import type { Database } from '#db/schema.ts'
import { daysBetween } from '../day.ts'
import defaultTexts from './default-texts.json' with { type: 'json' }
import type { QueuedMail } from './mail.ts'
import { reminderDue } from './reminder-plan.ts'

/** The texts and reminders of a round, as written or as they come with the product. */
export async function roundMailOf(db: Kysely<Database>, roundId: string): Promise<RoundMail> {
  return (await findRoundMail(db, roundId)) ?? { texts: defaultTexts, reminders: null }
}

/** Queues an invitation for everybody who has none for their present link. Pressed twice, it queues nothing more. */
export async function queueInvitations(
  db: Kysely<Database>,
  roundId: string,
  now: Date,
  only?: string,
): Promise<number> {
  const { texts } = await roundMailOf(db, roundId)
  const places = (await listMailPlaces(db, roundId)).filter(
    ({ participationId, submitted }) => !submitted && (only === undefined || participationId === only),
  )
  return queueMails(
    db,
    places.map((place) => ({
      ...blankMail(place, now),
      kind: 'invitation',
      ordinal: place.linkVersion,
      text: texts.invitation,
      midwayText: null,
    })),
  )
}

/** Queues a reminder for everybody who has not handed in, because the consultant asks for it now. */
export async function queueRemindersNow(db: Kysely<Database>, roundId: string, now: Date): Promise<number> {
  const mail = await roundMailOf(db, roundId)
  const given = await listMails(db, roundId)
  const places = (await listMailPlaces(db, roundId)).filter(({ submitted }) => !submitted)
  const nextNumber = (place: MailPlace) => remindersTo(place, given).length + 1
  return queueMails(
    db,
    places.map((place) => reminder(place, mail, nextNumber(place), now)),
  )
}

/** Queues the reminders that are due by plan in any round. A lead gets no more than the plan allows, by hand or by plan. */
export async function queueDueReminders(db: Kysely<Database>, now: Date): Promise<number> {
  let queued = 0
  for (const { roundId, mail, ...dates } of await listRemindingRounds(db)) {
    const plan = mail.reminders
    const number = plan && reminderDue(plan, dates, now)
    if (!plan || !number) continue
    const given = await listMails(db, roundId)
    const places = (await listMailPlaces(db, roundId)).filter(
      (place) =>
        !place.submitted &&
        remindersTo(place, given).length < number &&
        !isJustInvited(place, given, plan.everyDays, now),
    )
    queued += await queueMails(
      db,
      places.map((place) => reminder(place, mail, number, now)),
    )
  }
  return queued
}

function reminder(place: MailPlace, { texts }: RoundMail, ordinal: number, now: Date): NewMail {
  return {
    ...blankMail(place, now),
    kind: 'reminder',
    ordinal,
    text: texts.notStarted,
    midwayText: texts.midway,
  }
}

function remindersTo(place: MailPlace, given: readonly QueuedMail[]): QueuedMail[] {
  return given.filter(
    ({ participationId, kind, state }) =>
      participationId === place.participationId && kind === 'reminder' && state !== 'withdrawn',
  )
}

/** Whoever was invited late is left in peace for as long as everybody else was before their first reminder. */
function isJustInvited(
  place: MailPlace,
  given: readonly QueuedMail[],
  everyDays: number,
  now: Date,
): boolean {
  const today = now.toISOString().slice(0, 10)
  return given
    .filter(({ participationId, kind }) => participationId === place.participationId && kind === 'invitation')
    .some(({ state, settledOn }) =>
      settledOn === null ? state !== 'withdrawn' : daysBetween(settledOn, today) < everyDays,
    )
}

function blankMail({ participationId, roundId }: MailPlace, now: Date) {
  return { id: randomUUID(), participationId, roundId, dueAt: now.toISOString() }
}
