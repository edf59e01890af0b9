import americanFiles from 'dictionary-en'
import britishFiles from 'dictionary-en-gb'
import nspell from 'nspell'
import { breathe } from '../breathe.server.ts'
import type { Dictionary } from './dictionary.ts'
import { type Nearness, nearWords } from './near-words.ts'
import { slipsIn } from './repair-spelling.ts'

let loaded: Promise<Dictionary> | null = null

/**
 * The English dictionary, British and American: a word is right if either has it, and slips are mended by the American one,
 * in which the abbreviations and lists of words are written. Read at the first use, in stretches between which the server
 * answers others; what it was asked is remembered, because suggesting is slow.
 */
export function englishDictionary(): Promise<Dictionary> {
  loaded ??= load()
  return loaded
}

async function load(): Promise<Dictionary> {
  const american = spellerOf(americanFiles)
  await breathe()
  const british = spellerOf(britishFiles)
  await breathe()
  return remembering(american, british, nearWords(Object.keys(american.data)))
}

/** The library keeps all forms of all words under this name. */
type Forms = { data: Record<string, unknown> }

function spellerOf({ aff, dic }: { aff: Uint8Array; dic: Uint8Array }) {
  return nspell(Buffer.from(aff), Buffer.from(dic)) as ReturnType<typeof nspell> & Forms
}

const MOST_REMEMBERED = 20_000

interface Speller {
  correct(word: string): boolean
  suggest(word: string): string[]
}

/** Where no word is near enough to be taken, the speller would look far and wide for nothing: it is not asked. */
function remembering(speller: Speller, other: Pick<Speller, 'correct'>, isNear: Nearness): Dictionary {
  const suggestions = new Map<string, readonly string[]>()
  return {
    isWord: (word) => speller.correct(word) || other.correct(word),
    suggest(word) {
      const known = suggestions.get(word)
      if (known) return known
      const found = isNear(word, slipsIn(word)) ? speller.suggest(word) : []
      if (suggestions.size >= MOST_REMEMBERED) suggestions.clear()
      suggestions.set(word, found)
      return found
    },
  }
}
