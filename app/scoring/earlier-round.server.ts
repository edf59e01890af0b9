import { instrumentOfRound } from '#app/answers/round-instrument.server.ts'
import type { Instrument } from '#app/questionnaire/instrument.ts'
import { itemsOf } from '#app/questionnaire/items.ts'
import { overWithAnswers, placeInTime } from '#app/rounds/by-days.ts'
import type { Round } from '#app/rounds/round.ts'
import { listRounds } from '#db/rounds.ts'
import type { Db } from '#db/schema.ts'

/** The latest earlier round of the engagement that is over and shares items with this one. */
export async function earlierRound(db: Db, round: Round, instrument: Instrument): Promise<Round | null> {
  const items = new Set(itemsOf(instrument).map(({ id }) => id))
  const others = overWithAnswers(await listRounds(db, round.engagementId))
  for (const other of others.filter(
    (each) => each.id !== round.id && placeInTime(each) < placeInTime(round),
  )) {
    const asked = await instrumentOfRound(db, other.id)
    if (itemsOf(asked).some(({ id }) => items.has(id))) return other
  }
  return null
}
