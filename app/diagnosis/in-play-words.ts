import { numberWord } from './people-words.ts'

/**
 * The effective number of priorities as a sentence has it. It is an estimate, and where hardly anything is shared it comes
 * out above the number named: all of them are in play then.
 *
 * @example inPlayWords(6.8, 6) // => 'all six'
 */
export function inPlayWords(effective: number, distinct: number): string {
  return effective > distinct ? `all ${numberWord(distinct)}` : effective.toFixed(1)
}
