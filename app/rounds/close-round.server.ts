import type { Kysely } from 'kysely'
import { findRound, setRoundClosed } from '#db/rounds.ts'
import type { Database } from '#db/schema.ts'
import type { RoundStep } from './open-round.server.ts'

/** Ends a round: nobody can answer or change an answer any more. */
export async function closeRound(
  db: Kysely<Database>,
  { roundId, consultantId, today }: { roundId: string; consultantId: string; today: string },
): Promise<RoundStep> {
  const found = await findRound(db, { id: roundId, consultantId })
  // Outside a transaction: closing also wipes what was deleted from the database's write-ahead file.
  const closed = found !== null && (await setRoundClosed(db, { id: roundId, closedOn: today }))
  return closed ? { ok: true } : { ok: false, error: 'This round is not open.' }
}
