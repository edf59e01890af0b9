import { mayBeSplit } from './disclosure/spread.ts'
import { vanDerEijkA } from './van-der-eijk.ts'

/** Each of two camps holds at least this share, and less than `BETWEEN` lies between them. Judgements, to be looked at again. */
const CAMP = 0.3
const BETWEEN = 0.15
/** Van der Eijk's A jumps about in groups smaller than this. */
const FEWEST_FOR_A = 5

/**
 * Whether ratings fall into two camps, which agreement alone cannot tell from a broad spread. True if two points at least
 * two apart hold 30 % each with less than 15 % between them, or if van der Eijk's A is 0 or less in a group of five or
 * more; and only with at least two people and a quarter of the group on either side of the middle.
 *
 * `counts`: people on each point, the lowest first.
 *
 * Source: thresholds of this project; van der Eijk 2001 for A.
 *
 * @example hasCamps([0, 4, 0, 4, 0]) // => true
 * @example hasCamps([1, 0, 0, 7, 0]) // => false
 */
export function hasCamps(counts: readonly number[]): boolean {
  if (!mayBeSplit(counts)) return false
  const total = sumOf(counts)
  return hasTwoHeaps(counts, total) || (total >= FEWEST_FOR_A && vanDerEijkA(counts) <= 0)
}

function hasTwoHeaps(counts: readonly number[], total: number): boolean {
  return counts.some((low, i) =>
    counts.some(
      (high, j) =>
        j - i >= 2 &&
        low >= CAMP * total &&
        high >= CAMP * total &&
        sumOf(counts.slice(i + 1, j)) < BETWEEN * total,
    ),
  )
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0)
}
