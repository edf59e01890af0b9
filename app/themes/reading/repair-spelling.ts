import type { Dictionary } from './dictionary.ts'
import { editDistance } from './edit-distance.ts'
import recentWords from './recent-words.v1.json' with { type: 'json' }

const RECENT = new Set(recentWords.words)
const SHORTEST = 4
/** Shorter words have too many neighbours in a dictionary. */
const SHORTEST_FOR_DICTIONARY = 5
/** From this length on a word may be two slips away from what was meant. */
const LONG = 8
const SMALL_WORD = /(?<![\p{L}\p{N}&@./])\p{Ll}[\p{Ll}']*\p{Ll}(?![\p{L}\p{N}@])/gu

/** What a word is held against: the words of the workspace and of the other lines, then the dictionary. */
export interface Spelling {
  dictionary: Dictionary
  /** Words in small letters that are surely meant, the workspace's before those of the lines. */
  familiar: readonly string[]
}

/**
 * Mends slips in a text. Only words in small letters that are unknown are touched: a capital may begin a name. A familiar
 * word is preferred; where several words of the dictionary are equally near, its first suggestion is taken.
 */
export function repairSpelling(text: string, spelling: Spelling): string {
  return text.replace(SMALL_WORD, (word) => repairWord(word, spelling))
}

function repairWord(word: string, { dictionary, familiar }: Spelling): string {
  if (word.length < SHORTEST || isKnown(word, dictionary) || familiar.includes(word)) return word
  if (isCompound(word, dictionary)) return word
  const near = nearest(word, familiar)
  if (near !== null || word.length < SHORTEST_FOR_DICTIONARY) return near ?? word
  return nearest(word, dictionary.suggest(word)) ?? word
}

export function isKnown(word: string, dictionary: Dictionary): boolean {
  const one = word.replace(/s$/, '')
  return RECENT.has(word) || RECENT.has(one) || dictionary.isWord(word) || dictionary.isWord(one)
}

/** Two words written as one ("timesheet") are no slip. */
function isCompound(word: string, dictionary: Dictionary): boolean {
  for (let cut = SHORTEST; cut <= word.length - SHORTEST; cut += 1)
    if (dictionary.isWord(word.slice(0, cut)) && dictionary.isWord(word.slice(cut))) return true
  return false
}

function nearest(word: string, candidates: readonly string[]): string | null {
  const limit = word.length >= LONG ? 2 : 1
  let best: { candidate: string; distance: number } | null = null
  for (const candidate of candidates) {
    if (!/^\p{Ll}+$/u.test(candidate) || Math.abs(candidate.length - word.length) > limit) continue
    const distance = editDistance(word, candidate)
    // Two slips, and one of them in the first letter, is another word.
    if (distance > limit || (distance === 2 && candidate[0] !== word[0])) continue
    if (best === null || distance < best.distance) best = { candidate, distance }
  }
  return best?.candidate ?? null
}
