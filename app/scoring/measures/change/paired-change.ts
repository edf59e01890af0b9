import { mean, median } from 'd3-array'
import { signTest } from './sign-test.ts'
import { signedRankTest } from './signed-rank-test.ts'

export interface PairedChange {
  /** People with an answer in both rounds. */
  n: number
  /** In scale points; null if nobody answered twice. */
  meanChange: number | null
  medianChange: number | null
  /** Sum of the ranks of those who moved up. */
  signedRankSum: number
  /** Two-sided p of the signed-rank test. */
  pSignedRank: number
  up: number
  down: number
  /** Two-sided p of the sign test. */
  pSign: number
}

/** Changes that differ by less are taken for equal: answers may be means of several items. */
const DECIMALS = 1e9

/**
 * Did the same people move between two rounds? How far on average, how many up and how many down, and whether such a move could
 * be chance. The sign test minds the direction only; the signed-rank test also how far. p is 1 if nobody moved.
 *
 * `before[i]` and `after[i]` are the same person; people with one answer only are left out.
 *
 * Source: Wilcoxon 1945; the sign test is Arbuthnot's, 1710.
 *
 * @throws {RangeError} if the two rounds do not list the same people
 * @example pairedChange([2, 3, 2], [3, 4, 2]).up // => 2
 */
export function pairedChange(
  before: readonly (number | null)[],
  after: readonly (number | null)[],
): PairedChange {
  if (before.length !== after.length)
    throw new RangeError('pairedChange requires the same people in both rounds')
  const changes = before.flatMap((first, person) => {
    const second = after[person] ?? null
    return first === null || second === null ? [] : [Math.round((second - first) * DECIMALS) / DECIMALS]
  })
  const up = changes.filter((change) => change > 0).length
  const down = changes.filter((change) => change < 0).length
  const ranked = signedRankTest(changes)
  return {
    n: changes.length,
    meanChange: mean(changes) ?? null,
    medianChange: median(changes) ?? null,
    signedRankSum: ranked.sum,
    pSignedRank: ranked.p,
    up,
    down,
    pSign: signTest(up, down),
  }
}
