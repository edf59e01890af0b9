import type { Item } from '#app/questionnaire/instrument.ts'
import { itemsOf } from '#app/questionnaire/items.ts'
import type { NotComparableReason } from './round-changes.ts'
import type { ScoreInput } from './score-input.ts'

/**
 * Why an item of the second round cannot be held against the same item of the first: only what was asked in the same words,
 * on the same scale, with the same options (for owners: the same roles) and sorted into the same themes says anything about
 * change. Empty where it can.
 *
 * Source: this project's own; for scales Harrison & Klein 2007 on what separation depends on.
 */
export function notComparableBecause(
  first: ScoreInput,
  second: ScoreInput,
  item: Item,
): NotComparableReason[] {
  const before = itemsOf(first.instrument).find(({ id }) => id === item.id)
  if (!before || before.kind !== item.kind) return ['not-asked']
  const checks: [NotComparableReason, boolean][] = [
    ['wording', isSame(wordingOf(before), wordingOf(item))],
    ['scale', isSame(scaleOf(before), scaleOf(item))],
    ['options', isSame(optionsOf(before, first), optionsOf(item, second))],
    ['codebook', item.kind !== 'lines' || isSame(catalogueOf(first, item.id), catalogueOf(second, item.id))],
  ]
  return checks.flatMap(([reason, same]) => (same ? [] : [reason]))
}

/** A theme by its name, whatever the case: ids differ from one round to the next. */
export function themeKey(name: string): string {
  return name.trim().toLowerCase()
}

function wordingOf({ wording, wordingByLevel }: Item) {
  return [wording, wordingByLevel.senior ?? wording, wordingByLevel.department ?? wording]
}

function scaleOf(item: Item) {
  if (item.kind === 'scale') return [item.labels, item.healthyEnd]
  if (item.kind === 'number') return [item.min, item.max]
  if (item.kind === 'lines') return [item.most, item.asked, item.ordered, item.catalogueSize, item.themed]
  return []
}

function optionsOf(item: Item, { roles }: ScoreInput) {
  if (item.kind === 'owner') return roles.map(({ name }) => name).sort()
  if (item.kind === 'choice') return [item.ordered, item.options]
  return item.kind === 'multi' ? item.options : []
}

function catalogueOf({ codebook }: ScoreInput, itemId: string): string[] {
  const names = codebook.themes.filter((theme) => theme.itemId === itemId).map(({ name }) => themeKey(name))
  return [...new Set(names)].sort()
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
