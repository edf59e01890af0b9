export interface TopKDistance {
  /** Pairs of themes that the lists put in a different order, with `p` for each pair they leave open. */
  distance: number
  /** As a share of the widest, 0..1, for lists of equal length; null otherwise. */
  normalised: number | null
}

/**
 * How many pairs of priorities two people put in opposite order, for lists that hold only the top few (Kendall's tau for top-k
 * lists, K^(p)). 0: the same list. A theme that is not on a list comes after all that are; of a pair that one person names and
 * the other does not name at all nobody knows the order, and it counts p: 0 gives the benefit of the doubt, 1/2 is neutral.
 * Two lists of k with nothing in common reach the widest, k^2 + p k (k - 1). Lists may be of unequal length.
 *
 * Source: Fagin, Kumar & Sivakumar 2003, SIAM Journal on Discrete Mathematics 17:134.
 *
 * @throws {RangeError} if a list is empty
 * @example kendallTopK(['a', 'b', 'c'], ['b', 'a', 'd'], 0).distance // => 2
 */
export function kendallTopK<T>(a: readonly T[], b: readonly T[], p: number): TopKDistance {
  if (a.length === 0 || b.length === 0) throw new RangeError('kendallTopK requires lists that are not empty')
  const placesA = new Map(a.map((theme, place) => [theme, place]))
  const placesB = new Map(b.map((theme, place) => [theme, place]))
  const themes = [...new Set([...a, ...b])]
  let distance = 0
  themes.forEach((one, index) => {
    for (const other of themes.slice(index + 1)) {
      const inA = order(placesA, one, other)
      const inB = order(placesB, one, other)
      if (inA === 0 || inB === 0) distance += p
      else if (inA !== inB) distance += 1
    }
  })
  const k = a.length
  return { distance, normalised: k === b.length ? distance / (k * k + p * k * (k - 1)) : null }
}

/** -1: `one` comes first, 1: `other` does, 0: the list names neither. */
function order<T>(places: ReadonlyMap<T, number>, one: T, other: T): number {
  const first = places.get(one) ?? Number.POSITIVE_INFINITY
  const second = places.get(other) ?? Number.POSITIVE_INFINITY
  return first === second ? 0 : Math.sign(first - second)
}
