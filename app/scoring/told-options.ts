import { mostOf } from './disclosure/coded-choices.ts'
import type { OptionCount } from './round-scores.ts'

/** The options of a choice as they may be listed side by side. */
export interface ToldOptions {
  /** Named by two people or more (in open mode: by anybody), most named first. */
  listed: OptionCount[]
  /** How many further options nobody, or one person each, chose: counted and never listed. */
  rest: number
}

/**
 * The options of a choice side by side. Their counts are coded already, so that what is not listed cannot be had by subtraction.
 *
 * @example toldOptions([{ id: 'a', label: 'A', people: { kind: 'exact', count: 5, of: 8 } },
 *   { id: 'b', label: 'B', people: { kind: 'exact', count: 3, of: 8 } }], false).rest // => 0
 */
export function toldOptions(options: readonly OptionCount[], open: boolean): ToldOptions {
  const sorted = options.toSorted((one, other) => mostOf(other.people) - mostOf(one.people))
  const listed = sorted.filter(({ people }) => (open ? mostOf(people) > 0 : people.kind !== 'at-most-one'))
  return { listed, rest: options.length - listed.length }
}
