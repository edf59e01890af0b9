import type { Instrument, Item, Level, Section } from './instrument.ts'

/** All items of an instrument in the order in which they are asked. */
export function itemsOf(instrument: Instrument): Item[] {
  return instrument.sections.flatMap((section) => section.items)
}

/** The sections that one level sees, each with that level's items only; sections without any are left out. */
export function sectionsFor(instrument: Instrument, level: Level): Section[] {
  return instrument.sections
    .map((section) => ({ ...section, items: section.items.filter((item) => item.levels.includes(level)) }))
    .filter((section) => section.items.length > 0)
}

export function findItem(instrument: Instrument, itemId: string): Item | undefined {
  return itemsOf(instrument).find((item) => item.id === itemId)
}

/** The words in which one level is asked. */
export function wordingFor(item: Item, level: Level): string {
  return item.wordingByLevel[level] ?? item.wording
}

/** The help that one level is given; empty where there is none. */
export function helpFor(item: Item, level: Level): string {
  return item.helpByLevel?.[level] ?? item.help
}
