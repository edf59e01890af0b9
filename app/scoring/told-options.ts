import type { PeopleCount } from './measure.ts'
import { countLimits } from './people-count.ts'
import type { OptionCount } from './round-scores.ts'

/** The options of a choice as they may be listed side by side. */
export interface ToldOptions {
  /** Named by two people or more (in open mode: by anybody), most named first. */
  listed: OptionCount[]
  /** How many further options nobody, or one person each, chose: counted and never listed. */
  rest: number
}

/**
 * Each person chooses one option, so that the counts add up to n, and the one option that is not listed could be had by
 * subtraction. Where only one is left, the largest count is therefore given as one of two numbers: as it is, or with the one
 * person who may have chosen what is left.
 *
 * @example toldOptions([{ id: 'a', label: 'A', people: { kind: 'exact', count: 5, of: 8 } },
 *   { id: 'b', label: 'B', people: { kind: 'exact', count: 3, of: 8 } }], 8, false).rest // => 0
 */
export function toldOptions(options: readonly OptionCount[], n: number, open: boolean): ToldOptions {
  const sorted = options.toSorted((one, other) => mostOf(other.people) - mostOf(one.people))
  if (open) {
    const listed = sorted.filter(({ people }) => mostOf(people) > 0)
    return { listed, rest: options.length - listed.length }
  }
  const listed = sorted.filter(({ people }) => people.kind !== 'at-most-one')
  const rest = options.length - listed.length
  const [largest, ...others] = listed
  if (rest !== 1 || !largest || others.length === 0) return { listed, rest }
  return { listed: [{ ...largest, people: blurred(largest, listed, n) }, ...others], rest }
}

function blurred({ people }: OptionCount, listed: readonly OptionCount[], n: number): PeopleCount {
  const left = n - listed.reduce((sum, option) => sum + mostOf(option.people), 0)
  const count = mostOf(people)
  return { kind: 'between', low: count + left - 1, high: count + left, of: people.of }
}

function mostOf(people: PeopleCount): number {
  return countLimits(people)[1]
}
