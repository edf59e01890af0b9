/**
 * How much two ordered lists share, averaged over the depths 1 to `depth`: of the first one, of the first two, and so on. 1:
 * the same order; 0: nothing in common. The top counts most, because it is in every depth; unlike RBO it stops dead at `depth`
 * and has no view of what lies below. A list shorter than that shares no more than it has.
 *
 * Source: Wu & Crestani 2003; Fagin, Kumar & Sivakumar 2003.
 *
 * @throws {RangeError} unless depth is 1 or more
 * @example averageOverlap(['a', 'b', 'c'], ['a', 'b', 'd'], 3) // => 0.8888888888888888
 */
export function averageOverlap<T>(a: readonly T[], b: readonly T[], depth: number): number {
  if (!(depth >= 1)) throw new RangeError('averageOverlap requires a depth of 1 or more')
  let sum = 0
  for (let d = 1; d <= depth; d++) {
    const top = new Set(b.slice(0, d))
    sum += a.slice(0, d).filter((theme) => top.has(theme)).length / d
  }
  return sum / depth
}
