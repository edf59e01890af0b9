import type { Pause } from '../grouping/similarity.ts'
import type { Dictionary } from './dictionary.ts'
import { editDistance } from './edit-distance.ts'
import recentWords from './recent-words.v1.json' with { type: 'json' }

const RECENT = new Set(recentWords.words)
const SHORTEST = 4
/** Shorter words have too many neighbours in a dictionary. */
const SHORTEST_FOR_DICTIONARY = 5
/** From this length on a word may be two slips away from what was meant. */
const LONG = 8
/** Longer than any word of English with two letters too many: keys that were held down, and signs in a row. */
const LONGEST = 24
/** Where more words than these are unknown, and more than half of all, the dictionary is not that of the language. */
const MANY = 60
/** So many are held against the dictionary, which takes up to a tenth of a second each. */
const MOST_HELD = 600
const WORDS_BETWEEN_PAUSES = 8
const SMALL_WORD = /(?<![\p{L}\p{N}&@./])\p{Ll}[\p{Ll}']*\p{Ll}(?![\p{L}\p{N}@])/gu

/** What a word is held against: the words of the workspace and of the other lines, then the dictionary. */
export interface Spelling {
  dictionary: Dictionary
  /** Words in small letters that are surely meant, the workspace's before those of the lines. */
  familiar: readonly string[]
}

/** What words were meant to be, by how they are written; those that are right are not in it. */
export type Mended = ReadonlyMap<string, string>

/**
 * Finds the slips in texts. Only words in small letters that are unknown are looked at: a capital may begin a name. A familiar
 * word is preferred; where several words of the dictionary are equally near, its first suggestion is taken.
 */
export async function mendSlips(
  texts: readonly string[],
  { dictionary, familiar }: Spelling,
  pause: Pause,
): Promise<Mended> {
  const mended = new Map<string, string>()
  const known = new Set(familiar)
  const words = [...new Set(texts.flatMap((text) => text.match(SMALL_WORD) ?? []))]
  const unknown: string[] = []
  const held = words.filter(({ length }) => length >= SHORTEST_FOR_DICTIONARY)
  for (const [at, word] of words.entries()) {
    if (at % WORDS_BETWEEN_PAUSES === 0) await pause()
    if (isRight(word, dictionary, known)) continue
    const near = nearest(word, familiar)
    if (near !== null) mended.set(word, near)
    else if (word.length >= SHORTEST_FOR_DICTIONARY) unknown.push(word)
  }
  if (unknown.length > Math.max(MANY, held.length / 2)) return mended
  for (const word of unknown.slice(0, MOST_HELD)) {
    const near = nearest(word, dictionary.suggest(word))
    if (near !== null) mended.set(word, near)
    await pause()
  }
  return mended
}

export function repairSpelling(text: string, mended: Mended): string {
  return text.replace(SMALL_WORD, (word) => mended.get(word) ?? word)
}

function isRight(word: string, dictionary: Dictionary, familiar: ReadonlySet<string>): boolean {
  if (word.length < SHORTEST || word.length > LONGEST) return true
  return isKnown(word, dictionary) || familiar.has(word) || isCompound(word, dictionary)
}

export function isKnown(word: string, dictionary: Dictionary): boolean {
  const one = word.replace(/s$/, '')
  return RECENT.has(word) || RECENT.has(one) || dictionary.isWord(word) || dictionary.isWord(one)
}

/** How many slips away from what was meant a word may be. */
export function slipsIn({ length }: string): 1 | 2 {
  return length >= LONG ? 2 : 1
}

/** Two words written as one ("timesheet") are no slip. */
function isCompound(word: string, dictionary: Dictionary): boolean {
  for (let cut = SHORTEST; cut <= word.length - SHORTEST; cut += 1)
    if (dictionary.isWord(word.slice(0, cut)) && dictionary.isWord(word.slice(cut))) return true
  return false
}

function nearest(word: string, candidates: readonly string[]): string | null {
  const limit = slipsIn(word)
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
