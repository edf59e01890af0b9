import type { Kysely } from 'kysely'
import { lockCodebook } from '#app/themes/codebook/lock-codebook.server.ts'
import type { ItemCoding } from '#app/themes/coding/item-coding.ts'
import { editCodebook } from '#app/themes/edit-codebook.server.ts'
import { findItemCoding } from '#app/themes/find-coding.server.ts'
import { proposeCodebook } from '#app/themes/propose-codebook.server.ts'
import { proposerFor } from '#app/themes/proposer.server.ts'
import type { Database } from '#db/schema.ts'
import type { DemoClient } from './read-client.ts'

type ThemedItem = keyof DemoClient['themes']

interface Sorting {
  roundId: string
  coder: string
  today: string
  client: DemoClient
  items: readonly ThemedItem[]
}

/** Has the lines of a closed round grouped, sorts them as the client file says, and locks the codebook. */
export async function sortLines(db: Kysely<Database>, sorting: Sorting): Promise<void> {
  const { roundId, coder, today } = sorting
  await proposeCodebook(db, roundId, proposerFor(db))
  for (const itemId of sorting.items) await sortItem(db, sorting, itemId)
  const locked = await lockCodebook(db, { roundId, coder, today, asItStands: false })
  if (!locked.ok) throw new Error(locked.error)
}

async function sortItem(
  db: Kysely<Database>,
  { client, roundId, coder, today }: Sorting,
  itemId: ThemedItem,
): Promise<void> {
  const names = client.themes[itemId]
  const themeOf = new Map(
    client.people.flatMap((person) =>
      person[itemId].map(([theme, text]) => [text, names[theme] ?? theme] as const),
    ),
  )
  for (const name of new Set(themeOf.values())) {
    const coding = await findItemCoding(db, roundId, itemId)
    const lineIds = coding.lines.filter(({ text }) => themeOf.get(text) === name).map(({ id }) => id)
    const themeId = carriedOn(coding, lineIds, name)
    const step = { kind: 'move' as const, lineIds, themeId, name, wordings: [] }
    const moved = await editCodebook(db, { roundId, itemId, coder, today }, step)
    if (!moved.ok) throw new Error(moved.error)
  }
}

/** A theme of an earlier round that the machine has found again, under the name that it had; null where there is none. */
function carriedOn({ themes }: ItemCoding, lineIds: readonly string[], name: string): string | null {
  return (lineIds.length > 0 && themes.find((theme) => theme.name === name)?.id) || null
}
