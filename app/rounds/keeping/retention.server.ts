import type { Kysely } from 'kysely'
import { againAndAgain, type Recurring } from '#app/http/again-and-again.server.ts'
import { log } from '#app/http/log.server.ts'
import { removeOldCopies } from '#db/old-copies.ts'
import type { Database } from '#db/schema.ts'
import { forgetDueAnswers } from './forget-answers.server.ts'

const HOUR_MS = 60 * 60_000

/** Deletes answers whose day has come: at the start, and from then on every hour, so that a day is never missed by a restart. */
export function startRetention(
  db: Kysely<Database>,
  databasePath: string,
  now: () => Date = () => new Date(),
  everyMs = HOUR_MS,
): Recurring {
  return againAndAgain(() => keepPromises(db, databasePath, now()), everyMs)
}

async function keepPromises(db: Kysely<Database>, databasePath: string, now: Date): Promise<void> {
  try {
    const forgotten = await forgetDueAnswers(db, now)
    const copies = removeOldCopies(databasePath, now)
    if (forgotten.length + copies > 0)
      log.info({ rounds: forgotten.length, copies }, 'answers were deleted as promised')
  } catch (error) {
    log.error({ fault: String(error) }, 'answers whose day has come could not be deleted')
  }
}
