import type { DistanceMatrix } from '../../energy-test.ts'

/**
 * Distances of each two answers of two groups, the first group first, in the form that the energy test takes.
 *
 * @example distanceMatrix([1], [4], (a, b) => Math.abs(a - b)).distances.length // => 4
 */
export function distanceMatrix<T>(
  x: readonly T[],
  y: readonly T[],
  distance: (a: T, b: T) => number,
): DistanceMatrix {
  const all = [...x, ...y]
  const distances = Float64Array.from(
    all.flatMap((a, row) => all.map((b, column) => (row === column ? 0 : distance(a, b)))),
  )
  return { n: all.length, distances }
}
