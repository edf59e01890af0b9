import { energyTest } from '../../energy-test.ts'
import type { Random } from '../../random.ts'
import { distanceMatrix } from './distance-matrix.ts'

export interface PermutationGap {
  /** (T - W) / (W / (N - 2)); null where nobody differs within the groups. */
  f: number | null
  /** Share of the distance that lies between the groups, 0..1; null if all answers are the same. */
  r2: number | null
  /** Share of all splits of the people that part the groups as far or farther. */
  p: number
}

/**
 * Do the levels see the same company? Distances within two groups against those of everybody (PERMANOVA on the roots of the
 * distances, which is the DISCO test), with the p of the energy test that the report uses. r2 near 1: knowing the level is
 * knowing the answer. T and W: the sums of the distances of all pairs, and of the pairs within a group, each divided by the
 * size of the group. Null if a group is empty.
 *
 * Source: Anderson 2001; Rizzo & Szekely 2010.
 *
 * @example permutationGap([1, 1], [5, 5], (a, b) => Math.abs(a - b), () => 0)?.r2 // => 1
 */
export function permutationGap<T>(
  x: readonly T[],
  y: readonly T[],
  distance: (a: T, b: T) => number,
  random: Random,
): PermutationGap | null {
  if (x.length === 0 || y.length === 0) return null
  const p = energyTest(distanceMatrix(x, y, distance), x.length, random)
  const n = x.length + y.length
  const total = sumOfPairs([...x, ...y], distance) / n
  const within = sumOfPairs(x, distance) / x.length + sumOfPairs(y, distance) / y.length
  const free = n > 2 && within > 0
  return {
    f: free ? (total - within) / (within / (n - 2)) : null,
    r2: total > 0 ? (total - within) / total : null,
    p,
  }
}

function sumOfPairs<T>(people: readonly T[], distance: (a: T, b: T) => number): number {
  let sum = 0
  people.forEach((a, index) => {
    for (const b of people.slice(index + 1)) sum += distance(a, b)
  })
  return sum
}
