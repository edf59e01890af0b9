import { cross, median } from 'd3-array'

/**
 * How many scale points one group typically lies above the other (Hodges & Lehmann's shift): the median of all differences
 * between a person of the first and a person of the second. On a rating scale it moves in whole or half points, so say "about
 * one point". Below 0: the first lies lower. Null if a group is empty.
 *
 * Source: Hodges & Lehmann 1963.
 *
 * @example hodgesLehmann([4, 5], [2, 4]) // => 1.5
 */
export function hodgesLehmann(x: readonly number[], y: readonly number[]): number | null {
  return median(cross(x, y, (a, b) => a - b)) ?? null
}
