import { cumsum, sum } from 'd3-array'
import { logGamma } from '../distributions/log-gamma.ts'

/** More ways than this to fill the table are not counted out. */
const MOST_TABLES = 2_000_000
/** Tables whose probability differs by less count as equally likely. */
const ROUNDING = 1e-7

/**
 * Could two groups that choose alike among several options come to choices as unlike as these? The share, by probability, of
 * all tables with the same totals that are no likelier than this one (Fisher's exact test, extended to more than two options).
 * Small: the groups name different options. 1 if all name the same.
 *
 * `x` and `y`: people on each option. Null where there are too many tables to count: then use a permutation test.
 *
 * Source: Fisher 1934; Freeman & Halton 1951.
 *
 * @throws {RangeError} if the groups do not have the same options
 * @example fisherExact([3, 0], [0, 4]) // => 0.028571428571428598
 */
export function fisherExact(x: readonly number[], y: readonly number[]): number | null {
  if (x.length !== y.length) throw new RangeError('fisherExact requires the same options in both groups')
  const columns = x.map((count, option) => count + (y[option] as number)).filter((count) => count > 0)
  const used = x.filter((count, option) => count + (y[option] as number) > 0)
  if (columns.reduce((tables, count) => tables * (count + 1), 1) > MOST_TABLES) return null
  const size = sum(x)
  const whole = logChoose(sum(columns), size)
  const observed = sum(used, (count, option) => logChoose(columns[option] as number, count))
  let p = 0
  forEachTable(columns, size, (logWays) => {
    if (logWays <= observed + ROUNDING) p += Math.exp(logWays - whole)
  })
  return Math.min(1, p)
}

/** Visits all ways to draw `size` people out of the columns, with the logarithm of the number of ways each can come about. */
function forEachTable(columns: readonly number[], size: number, visit: (logWays: number) => void): void {
  const behind = [...cumsum([...columns].reverse())].reverse()
  const ways = columns.map((total) =>
    Array.from({ length: total + 1 }, (_, count) => logChoose(total, count)),
  )
  function fill(column: number, left: number, logWays: number): void {
    if (column === columns.length) {
      visit(logWays)
      return
    }
    const most = Math.min(left, columns[column] as number)
    for (let count = Math.max(0, left - (behind[column + 1] ?? 0)); count <= most; count++) {
      fill(column + 1, left - count, logWays + (ways[column]?.[count] as number))
    }
  }
  fill(0, size, 0)
}

function logChoose(n: number, k: number): number {
  return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1)
}
