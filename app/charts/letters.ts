const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })
/** Where a text holds nothing else, each character is a letter of its own, but for a few that belong to the one before. */
const SINGLE = /^[\p{L}\p{N}\p{P}\p{Zs}\x20-\x7e\u25a1]*$/u
const JOINING = /[\u0e33\u0eb3\u1100-\u11ff\ua960-\ua97c\ud7b0-\ud7fb\uff9e\uff9f]/u

/** What readers take for one letter each: a letter with its marks, an emoji made of several. */
export function lettersOf(text: string): string[] {
  return SINGLE.test(text) && !JOINING.test(text)
    ? [...text]
    : Array.from(segmenter.segment(text), ({ segment }) => segment)
}
