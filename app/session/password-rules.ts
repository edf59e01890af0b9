import commonPasswords from './common-passwords.json' with { type: 'json' }

export const PASSWORD_LENGTH = { least: 12, most: 128 } as const

/** Characters that must be left over once everything guessable is taken out. */
const UNGUESSED = 4
const DECORATION = /[^\p{L}\p{N}]/gu
const YEARS = /(19|20)\d\d/g

/**
 * What is wrong with a new password, in words, or null. Any character is welcome; length is what counts. A password made
 * of nothing but well-known ones is refused however long it is, and so is one made of the person's own name or address.
 *
 * @example passwordFault('Password-2024!', []) // => 'This one is among the first that are guessed: ...'
 */
export function passwordFault(password: string, ownWords: readonly string[]): string | null {
  const length = [...password].length
  if (length < PASSWORD_LENGTH.least) {
    return `A password needs at least ${PASSWORD_LENGTH.least} characters; this one has ${length}.`
  }
  if (length > PASSWORD_LENGTH.most) return `A password may have up to ${PASSWORD_LENGTH.most} characters.`
  if (new Set(password).size < UNGUESSED || [...withoutGuessable(password, ownWords)].length < UNGUESSED) {
    return 'This one is among the first that are guessed: three or four unrelated words make a better one.'
  }
  return null
}

function withoutGuessable(password: string, ownWords: readonly string[]): string {
  const plain = password.toLowerCase().replace(DECORATION, '')
  const words = [...commonPasswords, ...ownWords.flatMap(partsOf)].toSorted((a, b) => b.length - a.length)
  return words.reduce((rest, word) => rest.replaceAll(word, ''), plain).replace(YEARS, '')
}

/** The words of a name or an e-mail address. */
function partsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part.length >= 3)
}
