import type { Instrument } from '#app/questionnaire/instrument.ts'
import { findRoundInstrument } from '#db/rounds.ts'
import type { Db } from '#db/schema.ts'

const MOST_KEPT = 100
const keptByDatabase = new WeakMap<Db, Map<string, Promise<Instrument>>>()

/**
 * The instrument of a round, which is frozen when the round opens: read once, then kept in memory.
 *
 * @throws {Error} if the round is still a draft
 */
export async function instrumentOfRound(db: Db, roundId: string): Promise<Instrument> {
  const kept = keptByDatabase.get(db) ?? new Map<string, Promise<Instrument>>()
  keptByDatabase.set(db, kept)
  const known = kept.get(roundId)
  if (known) return known
  if (kept.size >= MOST_KEPT) kept.clear()
  // Kept while it is still on its way: the parts of a page ask for it at the same time.
  const reading = readInstrument(db, roundId)
  kept.set(roundId, reading)
  reading.catch(() => kept.delete(roundId))
  return reading
}

async function readInstrument(db: Db, roundId: string): Promise<Instrument> {
  const instrument = await findRoundInstrument(db, roundId)
  if (!instrument) throw new Error(`round ${roundId} has no instrument: it was never opened`)
  return instrument
}
