import type { Kysely } from 'kysely'
import { log } from '#app/http/log.server.ts'
import { findMailPlace } from '#db/mail-places.ts'
import { claimMails, giveUpStaleClaims, nextDueAt, settleMail } from '#db/mails.ts'
import { findRoundInstrument } from '#db/rounds.ts'
import type { Database } from '#db/schema.ts'
import { addressedMail, type MailSettings, notNeeded, textFor } from './addressed-mail.server.ts'
import type { Delivery, QueuedMail } from './mail.ts'
import type { MailServer } from './mail-server.server.ts'
import { queueDueReminders } from './queue-mail.server.ts'

export interface Mailer {
  /** Looks at the queue now, not at the next turn. */
  wake(): void
  /** Lets mails that are being handed over end, and takes no more. */
  stop(): Promise<void>
}

const AT_ONCE = 5
const LEASE_MS = 5 * 60_000
const LONGEST_SLEEP_MS = 60_000
const MOST_ATTEMPTS = 8
const FIRST_PAUSE_MS = 60_000
const LONGEST_PAUSE_MS = 60 * 60_000

/**
 * Empties the queue of mails inside the server, a few at a time. A mail is claimed in the database before it is handed over,
 * so that several servers, or one that was started anew, never hand over the same mail twice.
 */
export function startMailer(
  db: Kysely<Database>,
  server: MailServer,
  settings: MailSettings,
  now: () => Date = () => new Date(),
): Mailer {
  const bell = newBell()
  let stopped = false
  const running = (async () => {
    while (!stopped) {
      const pause = await turn(db, server, settings, now).catch((error) => {
        log.error({ fault: String(error) }, 'the queue of mails could not be read')
        return LONGEST_SLEEP_MS
      })
      if (!stopped && pause > 0) await bell.wait(pause)
    }
  })()
  return {
    wake: bell.ring,
    stop: () => {
      stopped = true
      bell.ring()
      return running
    },
  }
}

/** Waits for a time or until it is rung; a ring while nobody waits is not lost. */
function newBell() {
  let rung = false
  let answer = () => {}
  return {
    ring: () => {
      rung = true
      answer()
    },
    wait: async (ms: number) => {
      if (!rung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms).unref()
          answer = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
      rung = false
    },
  }
}

/** One look at the queue; gives how long to wait before the next, in milliseconds. */
export async function turn(
  db: Kysely<Database>,
  server: MailServer,
  settings: MailSettings,
  now: () => Date,
): Promise<number> {
  await giveUpStaleClaims(db, { now: now().toISOString(), day: dayOf(now()) })
  await queueDueReminders(db, now())
  const until = new Date(now().getTime() + LEASE_MS).toISOString()
  const claimed = await claimMails(db, { now: now().toISOString(), until, most: AT_ONCE })
  await Promise.all(claimed.map((mail) => handle(db, server, settings, mail, now)))
  if (claimed.length > 0) return 0
  const due = await nextDueAt(db)
  const wait = due === null ? LONGEST_SLEEP_MS : new Date(due).getTime() - now().getTime()
  return Math.min(Math.max(wait, 1_000), LONGEST_SLEEP_MS)
}

async function handle(
  db: Kysely<Database>,
  server: MailServer,
  settings: MailSettings,
  mail: QueuedMail,
  now: () => Date,
): Promise<void> {
  const place = await findMailPlace(db, mail.participationId)
  const reason = notNeeded(mail, place)
  const day = dayOf(now())
  if (reason || !place) {
    await settleMail(db, { id: mail.id, state: 'withdrawn', words: reason ?? '', day })
    return
  }
  const minutes = (await findRoundInstrument(db, mail.roundId))?.minutes ?? ''
  const message = addressedMail({ id: mail.id, text: textFor(mail, place) }, place, minutes, settings)
  const delivery = await server.deliver(message)
  await settleMail(db, { id: mail.id, day, ...settled(mail, delivery, now()) })
}

function settled({ attempts }: QueuedMail, { kind, words }: Delivery, now: Date) {
  if (kind !== 'later') return { state: kind, words }
  if (attempts >= MOST_ATTEMPTS)
    return { state: 'refused' as const, words: `Tried ${attempts} times. The last answer: ${words}` }
  const pause = Math.min(FIRST_PAUSE_MS * 2 ** (attempts - 1), LONGEST_PAUSE_MS)
  return { state: 'queued' as const, words, dueAt: new Date(now.getTime() + pause).toISOString() }
}

function dayOf(now: Date): string {
  return now.toISOString().slice(0, 10)
}
