import { KNOWN_WORDS } from './lexicon.ts'

/** Shorter words are too close to one another to be guessed at. */
const SHORTEST = 5
const LONG = 9

const byFirstLetter = new Map<string, string[]>()
for (const word of KNOWN_WORDS) {
  if (word.length < SHORTEST) continue
  const letter = word.charAt(0)
  byFirstLetter.set(letter, [...(byFirstLetter.get(letter) ?? []), word])
}

/**
 * The listed word that was probably meant: same first letter, one slip away, in long words two. Null where there is none.
 *
 * @example meantWord('compleeted') // => 'completed'
 */
export function meantWord(word: string): string | null {
  if (word.length < SHORTEST || word.length > 24) return null
  const allowed = word.length >= LONG ? 2 : 1
  let best: string | null = null
  let least = allowed + 1
  for (const known of byFirstLetter.get(word.charAt(0)) ?? []) {
    if (Math.abs(known.length - word.length) >= least) continue
    const slips = slipsBetween(word, known)
    if (slips < least) {
      best = known
      least = slips
    }
  }
  return best
}

/** Letters left out, put in, changed or swapped with their neighbour (optimal string alignment; Damerau 1964). */
function slipsBetween(one: string, other: string): number {
  let before: number[] = []
  let above = Array.from({ length: other.length + 1 }, (_, column) => column)
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1]
      const swapped = row > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      current[column] = Math.min(
        at(above, column) + 1,
        at(current, column - 1) + 1,
        at(above, column - 1) + (same ? 0 : 1),
        column > 1 && swapped ? at(before, column - 2) + 1 : Infinity,
      )
    }
    before = above
    above = current
  }
  return at(above, other.length)
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity
}
