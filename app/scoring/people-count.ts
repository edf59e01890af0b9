import type { Disclosure } from './disclosure.ts'
import type { PeopleCount } from './measure.ts'

/**
 * How many of a group said something, as it may be shown. Exact in open mode. Otherwise nobody stands alone: 0 and 1 are
 * told apart from nothing but more, and n - 1 and n from nothing but fewer (top and bottom coding).
 *
 * @example peopleCount(1, 9, { open: false, needed: 5 }) // => { kind: 'at-most-one', of: 9 }
 */
export function peopleCount(count: number, of: number, disclosure: Disclosure): PeopleCount {
  if (disclosure.open) return { kind: 'exact', count, of }
  if (count <= 1) return { kind: 'at-most-one', of }
  if (count >= of - 1) return { kind: 'all-but-at-most-one', of }
  return { kind: 'exact', count, of }
}

/** The fewest and the most people that a shown count can stand for. */
export function countLimits(count: PeopleCount): readonly [low: number, high: number] {
  if (count.kind === 'exact') return [count.count, count.count]
  if (count.kind === 'at-most-one') return [0, 1]
  if (count.kind === 'all-but-at-most-one') return [count.of - 1, count.of]
  return [count.low, count.high]
}

/**
 * The middle of what a shown count can stand for. Every figure, order or decision that follows from a count follows from
 * this and not from the raw number, or it would tell what the coding hides.
 *
 * @example likelyCount({ kind: 'at-most-one', of: 9 }) // => 0.5
 */
export function likelyCount(count: PeopleCount): number {
  const [low, high] = countLimits(count)
  return (low + high) / 2
}

/**
 * The sum of counts of separate groups, no sharper than its parts: where one part is coded the sum is given as a range.
 *
 * @example sumOfCounts([{ kind: 'exact', count: 3, of: 6 }, { kind: 'at-most-one', of: 9 }])
 * // => { kind: 'between', low: 3, high: 4, of: 15 }
 */
export function sumOfCounts(counts: readonly PeopleCount[]): PeopleCount {
  const [only] = counts
  if (only && counts.length === 1) return only
  const low = counts.reduce((sum, count) => sum + countLimits(count)[0], 0)
  const high = counts.reduce((sum, count) => sum + countLimits(count)[1], 0)
  const of = counts.reduce((sum, count) => sum + count.of, 0)
  return low === high ? { kind: 'exact', count: low, of } : { kind: 'between', low, high, of }
}

/** A shown count in words: "6 of 9", "at most one of 9", "all or all but one of 9", "3 or 4 of 15". */
export function countInWords(count: PeopleCount): string {
  if (count.kind === 'exact') return `${count.count} of ${count.of}`
  if (count.kind === 'at-most-one') return `at most one of ${count.of}`
  if (count.kind === 'all-but-at-most-one') return `all or all but one of ${count.of}`
  const joint = count.high - count.low === 1 ? 'or' : 'to'
  return `${count.low} ${joint} ${count.high} of ${count.of}`
}
