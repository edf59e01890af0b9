import {
  cellOf,
  deepen,
  emptyThemeCounts,
  overlapOfGroups,
  selfOverlap,
  themeLayout,
} from './theme-counts.ts'

/**
 * Mean overlap of each two lists, by Dice or, `ordered`, by RBO: counted by theme, so that it takes no pairs.
 *
 * Source: the mean over pairs of `dice.ts` and `rank-biased-overlap.ts`.
 *
 * @throws {RangeError} below two lists: there is no pair
 * @example meanOverlapOf([['a', 'b'], ['b', 'c'], ['d', 'c']], false) // => 0.3333333333333333
 */
export function meanOverlapOf(lists: readonly (readonly string[])[], ordered: boolean): number {
  if (lists.length < 2) throw new RangeError('meanOverlapOf requires at least two lists')
  const places = new Map([...new Set(lists.flat())].map((theme, place) => [theme, place]))
  const longest = lists.reduce((most, list) => Math.max(most, list.length), 0)
  const layout = themeLayout(ordered, places.size, longest)
  const counts = emptyThemeCounts(
    layout,
    lists.map((list) => list.length),
  )
  for (const list of lists) {
    list.forEach((name, rank) => {
      const cell = cellOf(layout, places.get(name) as number, list.length, rank)
      counts.lists[cell] = (counts.lists[cell] as number) + 1
    })
  }
  deepen(layout, counts)
  const selves = Float64Array.from(lists, (list) => selfOverlap(layout, list.length)).sort()
  const own = selves.reduce((sum, overlap) => sum + overlap, 0)
  return (overlapOfGroups(layout, counts, counts) - own) / (lists.length * (lists.length - 1))
}
