/** Drawing this many marks on one letter says nothing that three do not. */
const MARKS_ON_A_LETTER = /(\p{M}{3})\p{M}+/gu
/** Control and formatting characters: no font has a shape for them, and they must not reach the drawing. */
const UNPRINTABLE = /\p{Cc}|\p{Cf}|\p{Cs}|\p{Variation_Selector}/gu
/** Joiners tell how the letters of these scripts look beside each other. */
const JOINED_LETTER = /[\p{Script=Arabic}\p{Script=Devanagari}]/u
const EMOJI = /\p{Extended_Pictographic}/u
const END_OF_EMOJI = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f/u
const KEYCAP = '\u20e3'
const NO_BREAK_SPACES = /[\u00a0\u2007\u202f]/g
const SPACES = /[\s\u200b]+/g

const LONGEST_LABEL = 300

export const NO_BREAK_SPACE = '\u00a0'

/**
 * A text in the form in which it can be set: composed letters, one kind of hyphen and of space, nothing invisible but what
 * shapes the letters about it.
 * Letters that share a shape in the fonts become one letter here, so that the text read back from the PDF is the same.
 */
export function printable(text: string): string {
  return text
    .normalize('NFC')
    .split(NO_BREAK_SPACES)
    .map((part) => part.replace(SPACES, ' '))
    .join(NO_BREAK_SPACE)
    .replace(/[\u2010\u2011]/g, '-')
    .replaceAll('\u2206', '\u0394')
    .replace(/[\ufb00-\ufb06\u00b5]/g, (letter) => letter.normalize('NFKC'))
    .replace(UNPRINTABLE, (sign, at: number, whole: string) => (shapesLetters(sign, at, whole) ? sign : ''))
    .replace(MARKS_ON_A_LETTER, '$1')
    .replace(/^ +| +$/g, '')
}

function shapesLetters(sign: string, at: number, whole: string): boolean {
  if (!'\u200c\u200d\ufe0f'.includes(sign)) return false
  const before = [...whole.slice(Math.max(0, at - 2), at)].at(-1) ?? ''
  const after = [...whole.slice(at + 1, at + 3)][0] ?? ''
  if (sign === '\ufe0f') return after === KEYCAP || END_OF_EMOJI.test(before)
  if (JOINED_LETTER.test(before) && JOINED_LETTER.test(after)) return true
  return sign === '\u200d' && END_OF_EMOJI.test(before) && EMOJI.test(after)
}

/** One line of a label or bookmark, cut where nobody would read on. */
export function printableLabel(text: string): string {
  const whole = printable(text.slice(0, 8 * LONGEST_LABEL))
  return whole.length <= LONGEST_LABEL ? whole : `${[...whole].slice(0, LONGEST_LABEL).join('')}…`
}
