import type { Kysely } from 'kysely'
import { instrumentOfRound } from '#app/answers/round-instrument.server.ts'
import { findCodebook } from '#db/codebooks.ts'
import { findRound } from '#db/rounds.ts'
import type { Database } from '#db/schema.ts'
import { themedItems } from './assemble-codebook.ts'
import type { Codebook } from './theme.ts'

/** What a consultant needs to sort the lines of a closed round. Null while it is open: nothing is read before the end. */
export async function loadCoding(db: Kysely<Database>, query: { roundId: string; consultantId: string }) {
  const found = await findRound(db, { id: query.roundId, consultantId: query.consultantId })
  const codebook = found && (await findCodebook(db, query.roundId))
  if (!found || !codebook) return null
  const { round, engagement } = found
  const items = themedItems(await instrumentOfRound(db, round.id)).map(({ id, wording }) => ({
    itemId: id,
    wording,
    ...countsOf(codebook, id),
  }))
  return { round: { id: round.id, title: round.title }, clientName: engagement.clientName, codebook, items }
}

function countsOf(codebook: Codebook, itemId: string) {
  const ofItem = (entry: { itemId: string }) => entry.itemId === itemId
  return { lines: codebook.lines.filter(ofItem).length, themes: codebook.themes.filter(ofItem).length }
}
