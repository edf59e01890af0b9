import {
  type Mark,
  type Meaning,
  meaningOf,
  NUMBER_WORDS,
  PHRASES,
  type VerbClass,
  type VerbForm,
} from './lexicon.ts'
import { meantWord } from './typing-errors.ts'

/** A word, a number or a sign of a key result. */
export interface Token {
  /** As it was typed. */
  text: string
  /** In small letters, phrases joined by hyphens, typing errors set right. */
  word: string
  /** The number it stands for, or null. */
  value: number | null
  meaning: Meaning | null
  /** Part of a date, and so no quantity. */
  date: boolean
}

/** A key result is one line; of anything longer the beginning is read. */
const LONGEST = 400
const PIECE =
  /\p{L}[\p{L}\p{M}]*(?:['’‑-]\p{L}[\p{L}\p{M}]*)*|\d(?:[\d.,]*\d)?|->|=>|[→➔<>≤≥+%‰€£$:;,()–—-]/gu
const NOTHING: Pick<Token, 'value' | 'meaning' | 'date'> = { value: null, meaning: null, date: false }

export function tokensOf(text: string): Token[] {
  const pieces = text.slice(0, LONGEST).normalize('NFKC').match(PIECE) ?? []
  return joinPhrases(pieces.map((piece) => ({ text: piece, word: plainWord(piece), ...NOTHING }))).map(known)
}

export function is(token: Token | undefined, mark: Mark): boolean {
  return token?.meaning?.marks.has(mark) ?? false
}

export function isVerb(
  token: Token | undefined,
  classes: readonly VerbClass[],
  forms?: readonly VerbForm[],
): boolean {
  const verb = token?.meaning?.verb
  if (!verb?.classes.some((one) => classes.includes(one))) return false
  return !forms || verb.forms.some((form) => forms.includes(form))
}

export function isWord(token: Token | undefined): boolean {
  return token !== undefined && /^\p{L}/u.test(token.word)
}

function plainWord(piece: string): string {
  const plain = piece.toLowerCase().replace(/[’‑]/g, (sign) => (sign === '’' ? "'" : '-'))
  return plain.replace(/'s?$/, '')
}

function joinPhrases(tokens: readonly Token[]): Token[] {
  const joined: Token[] = []
  for (let at = 0; at < tokens.length; ) {
    const rest = tokens.slice(at, at + 4)
    const phrase = PHRASES.find((parts) => parts.every((part, index) => rest[index]?.word === part))
    const taken = tokens.slice(at, at + (phrase?.length ?? 1))
    joined.push({
      text: taken.map(({ text }) => text).join(' '),
      word: taken.map(({ word }) => word).join('-'),
      ...NOTHING,
    })
    at += taken.length
  }
  return joined
}

function known(token: Token, at: number): Token {
  const value = /^\d/.test(token.word) ? numberOf(token.word) : (NUMBER_WORDS.get(token.word) ?? null)
  if (/^\d/.test(token.word) || !isWord(token)) return { ...token, value }
  const word = spellingOf(token.word, at > 0 && /^\p{Lu}/u.test(token.text))
  return { ...token, word, value: NUMBER_WORDS.get(word) ?? null, meaning: meaningOf(word) }
}

/** The spelling that the lists know: as typed, the last part of a compound, or the word that was meant; names stay as they are. */
function spellingOf(word: string, isName: boolean): string {
  if (meaningOf(word)) return word
  const last = word.split('-').at(-1) ?? word
  if (last !== word && meaningOf(last)) return last
  return isName ? word : (meantWord(word) ?? word)
}

function numberOf(digits: string): number {
  return Number.parseFloat(digits.replace(/,(?=\d{3}(?:\D|$))/g, '').replace(',', '.'))
}
