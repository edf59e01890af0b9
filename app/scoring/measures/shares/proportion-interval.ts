import { betaQuantile } from '../distributions/beta.ts'
import { normalQuantile } from '../distributions/normal.ts'

export type Limits = [low: number, high: number]

export interface ProportionIntervals {
  /** Score interval: close to its level on average; the one to show. */
  wilson: Limits
  /** Never below its level, so wider. */
  clopperPearson: Limits
  /** Equal-tailed with the Jeffreys prior; its plain quantiles, so above 0 even for 0 of n. */
  jeffreys: Limits
}

/**
 * How sure is a share of x in n: limits within which the share of people like these would lie, by three customary rules. None
 * has the width 0 at 0 of n or n of n, as the textbook rule has. Null if nobody was asked.
 *
 * Source: Wilson 1927; Clopper & Pearson 1934; Jeffreys 1946; compared by Brown, Cai & DasGupta 2001.
 *
 * @throws {RangeError} unless x lies in 0..n
 * @example proportionIntervals(1, 1).clopperPearson // => [0.025, 1]
 */
export function proportionIntervals(x: number, n: number, confidence = 0.95): ProportionIntervals | null {
  if (!(x >= 0 && x <= n)) throw new RangeError('proportionIntervals requires a count between 0 and n')
  if (n === 0) return null
  const tail = (1 - confidence) / 2
  return {
    wilson: wilson(x, n, normalQuantile(1 - tail)),
    clopperPearson: [
      x === 0 ? 0 : betaQuantile(tail, x, n - x + 1),
      x === n ? 1 : betaQuantile(1 - tail, x + 1, n - x),
    ],
    jeffreys: [betaQuantile(tail, x + 0.5, n - x + 0.5), betaQuantile(1 - tail, x + 0.5, n - x + 0.5)],
  }
}

function wilson(x: number, n: number, z: number): Limits {
  const share = x / n
  const noise = z ** 2 / n
  const centre = (share + noise / 2) / (1 + noise)
  const half = Math.sqrt((share * (1 - share) * noise + noise ** 2 / 4) / (1 + noise) ** 2)
  return [Math.max(0, centre - half), Math.min(1, centre + half)]
}
