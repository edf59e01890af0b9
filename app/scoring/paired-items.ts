import { type Item, LEVELS, type Level } from '#app/questionnaire/instrument.ts'
import { codedItem } from './coded-items.ts'
import { themeKey } from './comparable-items.ts'
import type { ConstructItem } from './compare-levels.ts'
import type { ItemAnswers, RoundAnswers } from './round-answers.ts'

/** A person's places in the two rounds. */
export type Pair = readonly [first: number, second: number]

/** An item that both rounds ask, its answers as the same numbers in both. */
export interface PairedItem {
  item: Item
  first: ConstructItem
  second: ConstructItem
}

/** Codes one item of two rounds; null for items that are not compared. */
export function pairedItem(item: Item, first: RoundAnswers, second: RoundAnswers): PairedItem | null {
  const [before, after] = [answersTo(first, item), answersTo(second, item)]
  const codedFirst = before && codedItem(before, first)
  const codedSecond = after && codedItem(after, second)
  if (!codedFirst || !codedSecond) return null
  const { comparison } = codedSecond
  if (item.kind !== 'lines' || comparison.kind !== 'lists') {
    return { item, first: codedFirst, second: codedSecond }
  }
  const keys = [...themeKeys(before, first), ...themeKeys(after, second)]
  const themes = [...new Set(keys)].sort()
  const shared = { ...comparison, catalogue: Math.max(comparison.catalogue, themes.length) }
  return {
    item,
    first: { ...codedFirst, comparison: shared, answers: recoded(codedFirst, before, first, themes) },
    second: { ...codedSecond, comparison: shared, answers: recoded(codedSecond, after, second, themes) },
  }
}

/** The people of a level who are in both rounds, by lead; nobody in unlinked rounds. */
export function pairsOf(first: RoundAnswers, second: RoundAnswers, level: Level): Pair[] {
  const places = new Map(leadIdsOf(second, level).map((id, place) => [id, place]))
  return leadIdsOf(first, level).flatMap((id, place) => {
    const other = id === null ? undefined : places.get(id)
    return other === undefined ? [] : [[place, other] as const]
  })
}

/** Lead ids of a level's people, in the order of its answers. */
export function leadIdsOf(round: RoundAnswers, level: Level): readonly (string | null)[] {
  return round.items.map(({ byLevel }) => byLevel[level]).find((answers) => answers !== null)?.leadIds ?? []
}

function answersTo(round: RoundAnswers, item: Item): ItemAnswers | null {
  return round.items.find((answers) => answers.item.id === item.id) ?? null
}

function themeKeys({ byLevel }: ItemAnswers, round: RoundAnswers): string[] {
  const shown = LEVELS.flatMap((level) => (byLevel[level]?.shown ? byLevel[level] : []))
  return shown.flatMap(({ themes }) => themes.flatMap((list) => list ?? [])).map((id) => keyOf(id, round))
}

/** Themes are numbered by name over both rounds, where the rounds by themselves would number them each in its own way. */
function recoded(
  coded: ConstructItem,
  { byLevel }: ItemAnswers,
  round: RoundAnswers,
  themes: readonly string[],
): ConstructItem['answers'] {
  const place = new Map(themes.map((theme, index) => [theme, index]))
  const atLevel = (level: Level): ConstructItem['answers'][Level] => {
    const lists = byLevel[level]?.themes ?? []
    if (coded.answers[level] === null) return null
    return lists.map((list) => {
      if (!list?.length) return null
      return [...new Set(list.map((id) => place.get(keyOf(id, round)) as number))]
    })
  }
  return { senior: atLevel('senior'), department: atLevel('department') }
}

function keyOf(themeId: string, round: RoundAnswers): string {
  return themeKey(round.themeNames.get(themeId) ?? themeId)
}
