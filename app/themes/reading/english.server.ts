import americanFiles from 'dictionary-en'
import britishFiles from 'dictionary-en-gb'
import nspell from 'nspell'
import type { Dictionary } from './dictionary.ts'

let loaded: Dictionary | null = null

/**
 * The English dictionary, British and American: a word is right if either has it, and slips are mended by the American one,
 * in which the abbreviations and lists of words are written. Read at the first use; what it was asked is remembered, because
 * suggesting is slow.
 */
export function englishDictionary(): Dictionary {
  loaded ??= remembering(spellerOf(americanFiles), spellerOf(britishFiles))
  return loaded
}

function spellerOf({ aff, dic }: { aff: Uint8Array; dic: Uint8Array }) {
  return nspell(Buffer.from(aff), Buffer.from(dic))
}

const MOST_REMEMBERED = 20_000

interface Speller {
  correct(word: string): boolean
  suggest(word: string): string[]
}

function remembering(speller: Speller, other: Pick<Speller, 'correct'>): Dictionary {
  const suggestions = new Map<string, readonly string[]>()
  return {
    isWord: (word) => speller.correct(word) || other.correct(word),
    suggest(word) {
      const known = suggestions.get(word)
      if (known) return known
      const found = speller.suggest(word)
      if (suggestions.size >= MOST_REMEMBERED) suggestions.clear()
      suggestions.set(word, found)
      return found
    },
  }
}
