import { listChance } from './comparison.ts'
import type { GroupDistances, GroupSums } from './group-distances.ts'
import { countPeople, emptyListCount, type ListComparison, type ListCount, type Lists } from './list-count.ts'
import type { Draw } from './redraw.ts'
import { overlapOfGroups, type ThemeLayout, themeLayout } from './theme-counts.ts'

/**
 * Distances between a group and the rest on an item whose answers are lists. Two lists are measured against what chance does
 * with lists as long as these two, so that each pair of lengths has a weight of its own.
 */
export function listDistances(
  comparison: ListComparison,
  lists: Lists,
): GroupDistances & { setGroup(group: Draw): void } {
  const longest = lists.reduce((most, list) => Math.max(most, list?.length ?? 0), 1)
  const perChance = perChanceByLength(comparison, longest)
  const layout = againstChance(themeLayout(comparison.ordered, comparison.catalogue, longest), perChance)
  const all = emptyListCount(layout, lists)
  const group = emptyListCount(layout, lists)
  countPeople(all, everybody(lists.length))
  const people = peopleIn(all)
  const allToAll = distanceBetween(all, all)

  /** Over all pairs of one of the one and one of the other; who is in both meets themselves at a distance of 0. */
  function distanceBetween(a: ListCount, b: ListCount): number {
    let pairs = 0
    for (let at = 0; at < perChance.length; at++) {
      const met =
        (a.ofLength[Math.floor(at / (longest + 1))] as number) * (b.ofLength[at % (longest + 1)] as number)
      pairs += met * (perChance[at] as number)
    }
    return pairs - overlapOfGroups(layout, a.themes, b.themes)
  }

  function sums(): GroupSums {
    const n = peopleIn(group)
    const within = distanceBetween(group, group)
    const toAll = distanceBetween(group, all)
    return {
      people: [n, people - n],
      within: [within / 2, (allToAll - 2 * toAll + within) / 2],
      across: toAll - within,
    }
  }

  function ofPerson(person: number): readonly [number, number] | null {
    const list = lists[person]
    if (!list) return null
    const alone = emptyListCount(layout, [list])
    countPeople(alone, everybody(1))
    const near = distanceBetween(alone, group)
    return [near, distanceBetween(alone, all) - near]
  }

  return { setGroup: (drawn) => countPeople(group, drawn), sums, ofPerson }
}

function perChanceByLength(comparison: ListComparison, longest: number): Float64Array {
  const size = longest + 1
  return Float64Array.from({ length: size * size }, (_, at) => {
    const [a, b] = [Math.floor(at / size), at % size]
    const chance = a > 0 && b > 0 ? listChance(comparison, a, b) : 0
    return chance > 0 ? 1 / chance : 0
  })
}

function againstChance(layout: ThemeLayout, perChance: Float64Array): ThemeLayout {
  const weights = layout.weights.map(
    (weight, at) => weight * (perChance[Math.floor(at / layout.depths)] as number),
  )
  return { ...layout, weights }
}

/** Everybody once. */
export function everybody(people: number): Draw {
  return {
    weightOf: new Int32Array(people).fill(1),
    drawn: Int32Array.from({ length: people }, (_, person) => person),
    distinct: people,
    imaginary: 0,
  }
}

/** People with a list; those without stand at length 0. */
function peopleIn({ ofLength }: ListCount): number {
  return ofLength.reduce((sum, people, length) => sum + (length > 0 ? people : 0), 0)
}
