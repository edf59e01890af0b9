import { dictionary } from '@zxcvbn-ts/language-common'
import commonPasswords from './common-passwords.json' with { type: 'json' }

export const PASSWORD_LENGTH = { least: 12, most: 128 } as const

/** Characters that must be left over once everything guessable is taken out. */
const UNGUESSED = 4
const DECORATION = /[^\p{L}\p{N}]/gu
const YEARS = /(19|20)\d\d/g
const LONE_DIGITS = /^\d+|\d+$/g

/** The 49,000 passwords that leak most often. Held against a whole password only: as parts they are words of good ones. */
const LEAKED = new Set(dictionary['passwords-common'])

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
  if (new Set(password).size < UNGUESSED || isGuessable(password, ownWords)) {
    return 'This one is among the first that are guessed: three or four unrelated words make a better one.'
  }
  return null
}

/** Nothing much is left of it without what is guessed first, or what is left leaks often by itself. */
function isGuessable(password: string, ownWords: readonly string[]): boolean {
  const rest = withoutGuessable(password, ownWords)
  if ([...rest].length < UNGUESSED) return true
  return [password.toLowerCase(), rest, rest.replace(LONE_DIGITS, '')].some((form) => LEAKED.has(form))
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
