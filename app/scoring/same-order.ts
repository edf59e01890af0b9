/** Comparisons of two people's orders. */
export interface SameOrder {
  /** Times that two people name the same two themes. */
  comparisons: number
  /** Of these, the share in which both put the same of the two first, 0..1. */
  share: number
  /** The largest share of the comparisons that any one person is in. */
  held: number
  /** People who are in any. */
  people: number
}

/**
 * Whether people who name the same two themes put them in the same order. 1: always; 0.5: as often as not, which is what
 * chance gives; 0: always the other way round. Counted by pairs of themes, so that it takes no pairs of people. Null where no
 * two people name the same two themes.
 *
 * Source: the share of concordant pairs of Kendall 1938, over all pairs of people together.
 *
 * @example sameOrder([['a', 'b', 'c'], ['b', 'a'], ['a', 'b']]) // => { comparisons: 3, share: 0.3333333333333333, held: 0.6666666666666666, people: 3 }
 */
export function sameOrder(lists: readonly (readonly string[])[]): SameOrder | null {
  const ordered = lists.map(orderedPairs)
  const counts = new Map<string, number>()
  for (const key of ordered.flat()) counts.set(key, (counts.get(key) ?? 0) + 1)
  const countOf = (key: string) => counts.get(key) ?? 0
  const own = ordered.map((keys) =>
    keys.reduce(
      (sum, key) => ({ same: sum.same + countOf(key) - 1, other: sum.other + countOf(turned(key)) }),
      { same: 0, other: 0 },
    ),
  )
  const same = own.reduce((sum, one) => sum + one.same, 0) / 2
  const comparisons = same + own.reduce((sum, one) => sum + one.other, 0) / 2
  if (comparisons === 0) return null
  return {
    comparisons,
    share: same / comparisons,
    held: own.reduce((most, one) => Math.max(most, one.same + one.other), 0) / comparisons,
    people: own.filter((one) => one.same + one.other > 0).length,
  }
}

function orderedPairs(list: readonly string[]): string[] {
  return list.flatMap((first, rank) => list.slice(rank + 1).map((second) => JSON.stringify([first, second])))
}

function turned(key: string): string {
  const [first, second] = JSON.parse(key) as [string, string]
  return JSON.stringify([second, first])
}
