import type { Round } from '#app/rounds/round.ts'
import { findOpenRevote } from '#db/revotes.ts'
import type { Db } from '#db/schema.ts'
import type { Revote } from './revote.ts'

/** The open vote of a round that is over and whose answers are still there. Null where there is none. */
export async function voteFor(db: Db, { round }: { round: Round }): Promise<Revote | null> {
  if (round.state !== 'closed' && round.state !== 'published') return null
  return round.answersDeletedOn ? null : findOpenRevote(db, round.id)
}
