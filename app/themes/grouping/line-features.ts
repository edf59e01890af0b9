import { isFrameWord, wordsOf } from '../reading/bare-wording.ts'
import { stem } from './stem.ts'

const [SHORTEST, LONGEST] = [3, 5]

/** Runs of three to five letters within words, their ends marked: they survive endings, typing slips and compounds. */
export function characterGrams(text: string): string[] {
  return wordParts(text).flatMap((word) => {
    const marked = ` ${word} `
    const grams: string[] = []
    for (let length = SHORTEST; length <= LONGEST; length += 1)
      for (let start = 0; start + length <= marked.length; start += 1)
        grams.push(marked.slice(start, start + length))
    return grams
  })
}

/** The words that carry meaning, in small letters. */
export function contentWords(text: string): string[] {
  return wordsOf(text)
    .flatMap((word) => word.toLowerCase().split(/[-/]/))
    .filter((word) => word.length > 1 && !isFrameWord(word))
}

export function contentStems(text: string): string[] {
  return contentWords(text).map(stem)
}

function wordParts(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}
