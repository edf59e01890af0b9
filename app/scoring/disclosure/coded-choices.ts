import type { Disclosure } from '../disclosure.ts'
import type { PeopleCount } from '../measure.ts'
import { countLimits, peopleCount } from '../people-count.ts'

/**
 * How many chose each of several options, each person one, as it may be shown. The counts add up to a known whole, so what is
 * coded "at most one" could be had by subtraction. Where the others leave so many people for the coded options that each of them
 * must have one, or all but one of them, the largest count is given as one of two numbers, and nobody can tell which it is.
 *
 * Source: the rules of disclosure of this project (complementary suppression: Cox 1980).
 *
 * @example codedChoices([5, 3, 1], { open: false, needed: 5 })[0] // => { kind: 'between', low: 5, high: 6, of: 9 }
 * @example codedChoices([6, 3, 0], { open: false, needed: 5 })[0] // => { kind: 'between', low: 5, high: 6, of: 9 }
 */
export function codedChoices(counts: readonly number[], disclosure: Disclosure): PeopleCount[] {
  const n = counts.reduce((sum, count) => sum + count, 0)
  const coded = counts.map((count) => peopleCount(count, n, disclosure))
  const few = counts.filter((_, at) => coded[at]?.kind === 'at-most-one')
  const left = few.reduce((sum, count) => sum + count, 0)
  const largest = counts.indexOf(Math.max(...counts))
  const limits = limitsOfLargest(counts[largest] ?? 0, { left, few: few.length, options: counts.length }, n)
  if (!limits || disclosure.open) return coded
  const [low, high] = limits
  return coded.map((count, at) => (at === largest ? { kind: 'between', low, high, of: n } : count))
}

/** Between which numbers the largest count is given; null where it may stand as it is coded. */
function limitsOfLargest(
  count: number,
  { left, few, options }: { left: number; few: number; options: number },
  n: number,
): readonly [low: number, high: number] | null {
  // One option beside two coded ones: none, one and two people for these must look the same.
  if (few === 2 && options === 3) return [n - 2, n]
  if (few === 0 || left < few - 1 || count >= n - 1) return null
  const high = count + left - few + 1
  return [high - 1, high]
}

/** The most people that a shown count can stand for. */
export function mostOf(people: PeopleCount): number {
  return countLimits(people)[1]
}
