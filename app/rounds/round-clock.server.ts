import type { Kysely } from 'kysely'
import { againAndAgain, type Recurring } from '#app/http/again-and-again.server.ts'
import { log } from '#app/http/log.server.ts'
import { insertAuditEvent } from '#db/audit-events.ts'
import { emptyWriteAheadFile } from '#db/checkpoint.ts'
import { deleteDrafts, listRoundsWithOldDrafts } from '#db/draft-ends.ts'
import { listRoundsThatEnd, setRoundClosed } from '#db/rounds.ts'
import type { Database } from '#db/schema.ts'
import { addDays } from './day.ts'
import { GRACE_DAYS } from './grace.ts'
import { isOver } from './time-zone.ts'

/** Who did what nobody did by hand, as the log names it. */
const BY_ITSELF = 'Plumbline'

/** Closes the rounds that end by themselves and whose last day is over where the client is. Gives their ids. */
export async function closeDueRounds(db: Kysely<Database>, now: Date): Promise<string[]> {
  const closed: string[] = []
  for (const { id, engagementId, closesOn, timeZone } of await listRoundsThatEnd(db)) {
    if (!isOver(closesOn, timeZone, now)) continue
    // Another server on the same database may have been quicker.
    if (!(await setRoundClosed(db, { id, closedOn: closesOn }))) continue
    const words = 'closed a round whose last day was over'
    const at = now.toISOString()
    await insertAuditEvent(db, { at, consultantId: null, consultantName: BY_ITSELF, engagementId, words })
    closed.push(id)
  }
  return closed
}

/** Deletes what was begun in rounds that can no longer be opened again. Gives the number of answers deleted. */
export async function deleteOldDrafts(db: Kysely<Database>, now: Date): Promise<number> {
  const closedBy = addDays(now.toISOString().slice(0, 10), -GRACE_DAYS - 1)
  let deleted = 0
  for (const roundId of await listRoundsWithOldDrafts(db, closedBy))
    deleted += await deleteDrafts(db, roundId)
  if (deleted > 0) await emptyWriteAheadFile(db)
  return deleted
}

const MINUTE_MS = 60_000

/**
 * Ends what has come to its end: at the start of the server, and from then on every minute. Whatever was due while the server
 * was down is done when it is up again. `afterClosing` is what follows when somebody closes a round by hand.
 */
export function startRoundClock(
  db: Kysely<Database>,
  afterClosing: (roundId: string) => Promise<void>,
  now: () => Date = () => new Date(),
  everyMs = MINUTE_MS,
): Recurring {
  return againAndAgain(() => turn(db, afterClosing, now()), everyMs)
}

async function turn(
  db: Kysely<Database>,
  afterClosing: (roundId: string) => Promise<void>,
  now: Date,
): Promise<void> {
  try {
    for (const roundId of await closeDueRounds(db, now)) await afterClosing(roundId)
    await deleteOldDrafts(db, now)
  } catch (error) {
    log.error({ fault: String(error) }, 'rounds whose time has come could not be ended')
  }
}
