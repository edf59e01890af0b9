import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'
import { findSecondCoding } from '#db/second-codings.ts'
import type { ItemCoding } from '../coding/item-coding.ts'
import type { LoadedCoding } from '../load-coding.server.ts'
import type { SecondItem } from './second-overview.tsx'

/** Compares two codings of the same lines, each given as the theme of every line. */
type Compare = (
  first: ReadonlyMap<string, string>,
  second: ReadonlyMap<string, string>,
) => {
  alpha: number | null
  reading: NonNullable<SecondItem['result']>['reading']
  disagreements: { lineId: string }[]
}

export async function loadSecondItems(
  db: Kysely<Database>,
  { round, items, codings }: LoadedCoding,
  compare: Compare,
): Promise<{ second: { coder: string; startedOn: string } | null; items: SecondItem[] }> {
  const second = await findSecondCoding(db, round.id)
  const themes = second?.themes ?? new Map<string, string>()
  return {
    second: second && { coder: second.coder, startedOn: second.startedOn },
    items: items.map(({ itemId, wording }) => {
      const coding = codings.find((one) => one.itemId === itemId)
      const lines = coding?.lines ?? []
      const sorted = lines.filter(({ id }) => themes.has(id)).length
      const done = coding && lines.length > 0 && sorted === lines.length
      return {
        itemId,
        wording,
        lines: lines.length,
        sorted,
        result: done ? resultOf(coding, themes, compare) : null,
      }
    }),
  }
}

function resultOf(
  coding: ItemCoding,
  second: ReadonlyMap<string, string>,
  compare: Compare,
): SecondItem['result'] {
  const first = new Map(coding.lines.map(({ id, themeId }) => [id, themeId]))
  const own = new Map(coding.lines.map(({ id }) => [id, second.get(id) ?? '']))
  const names = new Map(coding.themes.map(({ id, name }) => [id, name]))
  const texts = new Map(coding.lines.map(({ id, text }) => [id, text]))
  const { alpha, reading, disagreements } = compare(first, own)
  return {
    alpha,
    reading,
    disagreements: disagreements.map(({ lineId }) => ({
      text: texts.get(lineId) ?? '',
      first: names.get(first.get(lineId) ?? '') ?? '',
      second: own.get(lineId) ?? '',
    })),
  }
}
