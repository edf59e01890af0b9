import { findCodebook, listApartPairs, listProposals } from '#db/codebooks.ts'
import type { Db } from '#db/schema.ts'
import { codingOf, type ItemCoding } from './coding/item-coding.ts'

/** How the lines of a round stand, item by item. */
export async function findItemCodings(db: Db, roundId: string): Promise<ItemCoding[]> {
  const codebook = (await findCodebook(db, roundId)) ?? { themes: [], lines: [] }
  const apart = await listApartPairs(db, roundId)
  const proposals = await listProposals(db, roundId)
  return [...new Set(codebook.themes.map(({ itemId }) => itemId))].map((itemId) =>
    codingOf(codebook, itemId, {
      apart: apart.filter((entry) => entry.itemId === itemId).map(({ pair }) => pair),
      proposal: proposals.get(itemId) ?? null,
    }),
  )
}

/** An item without a line is one with nothing in it. */
export async function findItemCoding(db: Db, roundId: string, itemId: string): Promise<ItemCoding> {
  const codings = await findItemCodings(db, roundId)
  return (
    codings.find((coding) => coding.itemId === itemId) ?? {
      itemId,
      themes: [],
      lines: [],
      apart: [],
      proposal: null,
    }
  )
}
