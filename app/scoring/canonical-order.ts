import { LEVELS, type Level } from '#app/questionnaire/instrument.ts'
import { withNamelessLevels } from './nameless-singles.ts'
import { seedOf } from './random.ts'
import type { ComparedItem } from './redraw.ts'

/**
 * The same items with the people of each level sorted by what they said, and a seed made of it. So neither the order in
 * which submissions lie in the database nor any id, nor the name of what one person alone named, has a say in the ranges, and people whose answers may not be shown have
 * none either: their answers are not in `items`.
 */
export function inCanonicalOrder<Item extends ComparedItem>(
  given: readonly Item[],
): { items: Item[]; seed: number } {
  const items = withNamelessLevels(given)
  const orders = Object.fromEntries(LEVELS.map((level) => [level, orderOf(items, level)])) as Record<
    Level,
    { person: number; key: string }[]
  >
  const sorted = items.map((item) => ({
    ...item,
    answers: {
      senior: inOrder(item.answers.senior, orders.senior),
      department: inOrder(item.answers.department, orders.department),
    },
  }))
  const keys = LEVELS.map((level) => orders[level].map(({ key }) => key))
  return { items: sorted, seed: seedOf(JSON.stringify([items.map((item) => item.comparison), keys])) }
}

function orderOf(items: readonly ComparedItem[], level: Level): { person: number; key: string }[] {
  const people = Math.max(0, ...items.map((item) => item.answers[level]?.length ?? 0))
  return Array.from({ length: people }, (_, person) => ({
    person,
    key: JSON.stringify(items.map((item) => item.answers[level]?.[person] ?? null)),
  })).sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
}

function inOrder(
  answers: ComparedItem['answers'][Level],
  order: readonly { person: number }[],
): ComparedItem['answers'][Level] {
  return answers && order.map(({ person }) => answers[person] ?? null)
}
