import frameWords from './frame-words.v1.json' with { type: 'json' }

const INTENTS = new Set(frameWords.intents.flatMap(inflections))
const FRAME = new Set([...frameWords.frame, ...frameWords.quantities, ...frameWords.times])
const WORD = /[\p{L}\p{N}][\p{L}\p{N}&'/-]*/gu

/**
 * What a line is about, without verbs of intent, quantities, times and the words of every sentence; the line itself where
 * nothing would be left.
 *
 * @example bareWording('Get net revenue retention back above 110 by June') // => 'net revenue retention'
 */
export function bareWording(text: string): string {
  const kept: string[] = []
  let verbMayCome = true
  for (const word of wordsOf(text)) {
    const small = word.toLowerCase()
    if (verbMayCome && INTENTS.has(small)) continue
    if (isFrameWord(small)) {
      // In the middle of a line the same word is mostly a noun ("release windows"), but for "and cut", "to cut".
      verbMayCome ||= small === 'to' || small === 'and'
      continue
    }
    verbMayCome = false
    kept.push(word)
  }
  return kept.length > 0 ? kept.join(' ') : text
}

export function wordsOf(text: string): string[] {
  return text.match(WORD) ?? []
}

/** Words of every sentence, quantities and times. */
export function isFrameWord(word: string): boolean {
  return FRAME.has(word) || /^\p{N}[\p{N}.,]*(?:st|nd|rd|th|x|k|m|bn|pp|pt|h|d)?$/u.test(word)
}

/** @example inflections('cut') // => ['cut', 'cuts', 'cutted', 'cutting', 'cuted', 'cuting'] */
function inflections(verb: string): string[] {
  const stem = verb.replace(/e$/, '')
  const doubled = /[^aeiou][aeiou][bdgmnprt]$/.test(verb) ? `${verb}${verb.at(-1)}` : stem
  const third = /(?:s|sh|ch|x|z|o)$/.test(verb) ? `${verb}es` : `${verb}s`
  return [verb, third, `${doubled}ed`, `${doubled}ing`, `${stem}ed`, `${stem}ing`]
}
