import { mean, sum } from 'd3-array'
import { midRanks } from '../distributions/mid-ranks.ts'
import { studentBeyond } from '../distributions/student-t.ts'

export interface BrunnerMunzel {
  /** Above 0: y is the higher group. */
  statistic: number
  df: number
  /** Two-sided. */
  p: number
}

/**
 * Is it as likely that x is higher than y as the other way round, even if one group is more of one mind than the other?
 * (Brunner & Munzel.) Unlike Mann-Whitney's test it does not take the spreads for equal. The t approximation wants ten people
 * in a group. Null where it is not defined: below two people in a group, and where the groups do not overlap or do not vary; then use
 * a permutation test.
 *
 * Source: Brunner & Munzel 2000, Biometrical Journal 42:17.
 *
 * @example brunnerMunzel([1, 5, 1, 5, 3], [3, 3, 3, 3]).statistic // => 0
 * @example brunnerMunzel([5, 5, 4], [1, 2, 2]) // => null
 */
export function brunnerMunzel(x: readonly number[], y: readonly number[]): BrunnerMunzel | null {
  if (x.length < 2 || y.length < 2) return null
  const ranks = midRanks([...x, ...y])
  const ofX = ranks.slice(0, x.length)
  const ofY = ranks.slice(x.length)
  const spreadX = x.length * placementVariance(ofX, midRanks(x))
  const spreadY = y.length * placementVariance(ofY, midRanks(y))
  const spread = spreadX + spreadY
  if (spread === 0) return null
  const apart = (mean(ofY) as number) - (mean(ofX) as number)
  const statistic = (x.length * y.length * apart) / (ranks.length * Math.sqrt(spread))
  const df = spread ** 2 / (spreadX ** 2 / (x.length - 1) + spreadY ** 2 / (y.length - 1))
  return { statistic, df, p: studentBeyond(statistic, df) }
}

/** Variance of how many of the other group each person stands above: rank among all less rank among their own. */
function placementVariance(amongAll: readonly number[], amongOwn: readonly number[]): number {
  const placements = amongAll.map((rank, person) => rank - (amongOwn[person] as number))
  const middle = mean(placements) as number
  return sum(placements, (placement) => (placement - middle) ** 2) / (placements.length - 1)
}
