import type { Instrument, Level } from '#app/questionnaire/instrument.ts'
import { sectionsFor } from '#app/questionnaire/items.ts'

/** How far somebody came who has begun and not handed in. */
interface Stop {
  level: Level
  itemIds: readonly string[]
}

export type Stops =
  | { kind: 'too-few'; needed: number }
  | { kind: 'counted'; n: number; sections: { title: string; words: string }[] }

/**
 * The section that people had come to when they stopped, over the whole round. Told from the smallest group on; a section
 * where one person stopped is not listed, and all but one is told as all would be: nobody's own stop can be read off.
 */
export function whereTheyStop(
  stops: readonly Stop[],
  instrument: Pick<Instrument, 'sections'>,
  smallestGroup: number,
): Stops {
  const n = stops.length
  if (n < smallestGroup) return { kind: 'too-few', needed: smallestGroup }
  const reached = stops.map((stop) => lastSection(stop, instrument as Instrument))
  const sections = instrument.sections
    .map(({ id, title }) => ({ title, count: reached.filter((section) => section === id).length }))
    .filter(({ count }) => count > 1)
    .map(({ title, count }) => ({ title, words: count >= n - 1 ? 'all or all but one' : `${count} of ${n}` }))
  return { kind: 'counted', n, sections }
}

/** The furthest section with an answer; the first where nothing is left of what was begun. */
function lastSection({ level, itemIds }: Stop, instrument: Instrument): string | undefined {
  const sections = sectionsFor(instrument, level)
  const furthest = sections.findLast(({ items }) => items.some(({ id }) => itemIds.includes(id)))
  return (furthest ?? sections[0])?.id
}
