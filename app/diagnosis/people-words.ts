import type { PeopleCount } from '#app/scoring/measure.ts'
import { countLimits } from '#app/scoring/people-count.ts'

const WORDS = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** A number of people known to lie between `low` and `high`; the two are equal where the count is exact. */
export interface Tally {
  low: number
  high: number
  of: number
}

/** What a count that may be coded at its ends lets a reader know. */
export function tallyOf(count: PeopleCount): Tally {
  const [low, high] = countLimits(count)
  return { low: Math.max(0, low), high: Math.min(high, count.of), of: count.of }
}

/** Two groups of different people, counted together. */
export function addTallies(one: Tally, other: Tally): Tally {
  return { low: one.low + other.low, high: one.high + other.high, of: one.of + other.of }
}

/** People of one group who chose any of several options, of which each person chose at most one. */
export function unionOfOptions(tallies: readonly Tally[], of: number): Tally {
  const low = tallies.reduce((sum, tally) => sum + tally.low, 0)
  const high = tallies.reduce((sum, tally) => sum + tally.high, 0)
  return { low: Math.min(low, of), high: Math.min(high, of), of }
}

/** Everybody else. */
export function complement({ low, high, of }: Tally): Tally {
  return { low: of - high, high: of - low, of }
}

/** Numbers up to ten in words, as the report writes them. */
export function numberWord(number: number): string {
  return number === 0 ? 'no' : (WORDS[number] ?? String(number))
}

/** "six of nine", "all nine", "at most one of nine", "seven or eight of 20". */
export function tallyWords({ low, high, of }: Tally): string {
  const all = numberWord(of)
  if (low === 0 && high === 0) return `none of ${all}`
  if (low === of) return of === 2 ? 'both' : `all ${all}`
  if (low === high) return `${numberWord(low)} of ${all}`
  if (low === 0 && high === 1) return `at most one of ${all}`
  if (low === of - 1 && high === of) return `all or all but one of ${all}`
  if (low === 0) return `at most ${numberWord(high)} of ${all}`
  if (high === of) return `at least ${numberWord(low)} of ${all}`
  return `${numberWord(low)} ${high - low === 1 ? 'or' : 'to'} ${numberWord(high)} of ${all}`
}

export function peopleWords(count: PeopleCount): string {
  return tallyWords(tallyOf(count))
}

export function capitalise(text: string): string {
  return text.charAt(0).toLocaleUpperCase('en-GB') + text.slice(1)
}
