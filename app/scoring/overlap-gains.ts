import { sharedThemeGains } from './rank-biased-overlap.ts'

/**
 * What one shared theme adds to the overlap of two lists, by their lengths and by the later of its two ranks (from 0).
 * Dice and RBO_ext are both sums of such gains, which is what makes thousands of redraws cheap.
 */
export interface OverlapGains {
  of(lengthA: number, lengthB: number, laterRank: number): number
}

export function overlapGains(ordered: boolean, longest: number): OverlapGains {
  const size = longest + 1
  const gains = new Float64Array(size ** 3)
  for (let a = 1; a <= longest; a++) {
    for (let b = 1; b <= longest; b++) {
      const row = ordered ? sharedThemeGains(a, b) : new Array<number>(Math.max(a, b)).fill(2 / (a + b))
      gains.set(row, (a * size + b) * size)
    }
  }
  return { of: (a, b, rank) => gains[(a * size + b) * size + rank] as number }
}
