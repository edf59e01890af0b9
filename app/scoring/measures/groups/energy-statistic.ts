import { energyDistance } from '../../energy-test.ts'
import { distanceMatrix } from './distance-matrix.ts'

export interface EnergyStatistic {
  /** V: energy distance, self pairs included, in scale points. */
  v: number
  /** V n1 n2 / (n1 + n2): the test statistic. */
  statistic: number
  /** Root of V: a distance in the strict sense. */
  root: number
}

/**
 * How far apart two groups stand on a rating scale, in place and spread, in the three forms in which programs give it. All 0
 * for the same mixture of answers; null if a group is empty.
 *
 * Source: Szekely & Rizzo 2004, 2013.
 *
 * @example energyStatistic([3, 5], [2, 4]) // => { v: 1, statistic: 1, root: 1 }
 */
export function energyStatistic(x: readonly number[], y: readonly number[]): EnergyStatistic | null {
  if (x.length === 0 || y.length === 0) return null
  const matrix = distanceMatrix(x, y, (a, b) => Math.abs(a - b))
  // Rounding may leave it a hair below 0 for two equal mixtures.
  const v = Math.max(0, energyDistance(matrix, x.length))
  return { v, statistic: (v * x.length * y.length) / matrix.n, root: Math.sqrt(v) }
}
