import { sum } from 'd3-array'

/** How each person of one group stands to the people of the other. */
export interface Dominance {
  /** For each x: share of y below it less share of y above it. */
  ofX: number[]
  /** For each y: share of x above it less share of x below it. */
  ofY: number[]
  /** Share of pairs in which x is higher, and in which y is. */
  higher: number
  lower: number
}

/**
 * Who rates higher, pair by pair of one person from each group. Behind Cliff's delta.
 *
 * @throws {RangeError} if a group is empty
 * @example dominance([3, 5], [2, 4]).ofX // => [0, 1]
 */
export function dominance(x: readonly number[], y: readonly number[]): Dominance {
  if (x.length === 0 || y.length === 0) throw new RangeError('dominance requires two groups')
  const signs = x.map((a) => y.map((b) => Math.sign(a - b)))
  const pairs = x.length * y.length
  const all = signs.flat()
  return {
    ofX: signs.map((row) => sum(row) / y.length),
    ofY: y.map((_, column) => sum(signs, (row) => row[column]) / x.length),
    higher: all.filter((sign) => sign > 0).length / pairs,
    lower: all.filter((sign) => sign < 0).length / pairs,
  }
}
