import LineBreaker from 'linebreak'
import { lettersOf } from '#app/charts/letters.ts'

/** Scripts that part words without a space: ideographs and kana may be parted nearly everywhere, Thai at its words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Thai}\u3000-\u303f\uff00-\uffef]/u
const THAI = /\p{Script=Thai}/u
/** Signs that repeat or shorten the word before them. */
const NEVER_FIRST = /^[\u0e2f\u0e46]/u

const thaiWords = new Intl.Segmenter('th', { granularity: 'word' })

/** The parts of a text without spaces between which a line may end. */
export function partsOf(text: string): string[] {
  if (!UNSPACED.test(text)) return [text]
  return betweenLetters(text).flatMap((part) => (THAI.test(part) ? thaiParts(part) : [part]))
}

/** By the rules of Unicode: no line begins with a full stop or ends with an opening bracket. Letters stay whole. */
function betweenLetters(text: string): string[] {
  const breaker = new LineBreaker(text)
  const ends = new Set<number>()
  for (let found = breaker.nextBreak(); found; found = breaker.nextBreak()) ends.add(found.position)
  const parts: string[] = ['']
  let at = 0
  for (const letter of lettersOf(text)) {
    if (at > 0 && ends.has(at)) parts.push('')
    parts[parts.length - 1] += letter
    at += letter.length
  }
  return parts
}

/** Thai words are known from a dictionary. */
function thaiParts(text: string): string[] {
  const parts: string[] = []
  let afterWord = false
  for (const { segment } of thaiWords.segment(text)) {
    const isWord = THAI.test(segment) && !NEVER_FIRST.test(segment)
    if (parts.length === 0 || (isWord && afterWord)) parts.push(segment)
    else parts[parts.length - 1] += segment
    afterWord = THAI.test(segment)
  }
  return parts
}
