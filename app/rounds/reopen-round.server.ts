import type { Kysely } from 'kysely'
import { findLatestCodebookVersion } from '#db/codebook-versions.ts'
import { countCodingSteps, deleteCoding } from '#db/coding-reset.ts'
import { inTransaction } from '#db/in-transaction.ts'
import { findRound, setRoundReopened } from '#db/rounds.ts'
import type { Database, Db } from '#db/schema.ts'
import { lastDayErrors } from './change-last-day.server.ts'
import { whyNotReopened } from './grace.ts'
import type { RoundStep } from './open-round.server.ts'
import type { Round } from './round.ts'
import { localDay, zoneOf } from './time-zone.ts'

/** Whether a round can be opened again, and what would be lost. */
export interface Reopening {
  /** Null: it can. */
  refusal: string | null
  /** Steps of sorting lines that would have to be taken again. */
  codingSteps: number
}

export async function reopeningOf(db: Db, round: Round, now: Date): Promise<Reopening> {
  const today = localDay(zoneOf(round), now)
  const locked = (await findLatestCodebookVersion(db, round.id)) !== null
  return {
    refusal: whyNotReopened(round, { locked, today }),
    codingSteps: await countCodingSteps(db, round.id),
  }
}

/**
 * Lets leads answer again. The same links work, and what they had begun is there; how lines were sorted is forgotten, since
 * other lines will come.
 */
export function reopenRound(
  db: Kysely<Database>,
  {
    roundId,
    consultantId,
    closesOn,
    now,
  }: { roundId: string; consultantId: string; closesOn: string; now: Date },
): Promise<RoundStep> {
  return inTransaction(db, async (transaction): Promise<RoundStep> => {
    const found = await findRound(transaction, { id: roundId, consultantId })
    if (!found) return { ok: false, error: 'This round is not closed.' }
    const { refusal } = await reopeningOf(transaction, found.round, now)
    if (refusal) return { ok: false, error: refusal }
    const errors = lastDayErrors({ closesOn, timeZone: zoneOf(found.round) }, found.round, now)
    if (errors.closesOn) return { ok: false, error: errors.closesOn }
    if (!(await setRoundReopened(transaction, { id: roundId, closesOn })))
      return { ok: false, error: 'This round is not closed.' }
    await deleteCoding(transaction, roundId)
    return { ok: true }
  })
}
