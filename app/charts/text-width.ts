import { lettersOf } from './letters.ts'
import type { Mark } from './scene.ts'

type TextMark = Extract<Mark, { kind: 'text' }>
export type Weight = NonNullable<TextMark['weight']>

/** Advance widths of U+0020 to U+007E in Source Sans 3, in thousandths of the type size. */
const ADVANCES: Record<Weight, readonly number[]> = {
  // biome-ignore format: a table of figures
  regular: [
    200, 289, 426, 497, 497, 824, 609, 249, 303, 303, 418, 497, 249, 311, 249, 350, 497, 497, 497, 497, 497, 497, 497,
    497, 497, 497, 249, 249, 497, 497, 497, 425, 847, 543, 588, 571, 615, 527, 494, 617, 652, 263, 479, 579, 486, 727,
    647, 664, 566, 664, 569, 534, 536, 645, 515, 786, 513, 476, 539, 303, 350, 303, 497, 500, 542, 504, 553, 456, 555,
    496, 292, 504, 544, 246, 247, 495, 255, 829, 547, 542, 555, 555, 347, 419, 338, 544, 467, 719, 446, 467, 425, 303,
    241, 303, 497,
  ],
  // biome-ignore format: a table of figures
  semibold: [
    200, 315, 482, 513, 513, 841, 639, 275, 324, 324, 438, 513, 275, 322, 275, 344, 513, 513, 513, 513, 513, 513, 513,
    513, 513, 513, 275, 275, 513, 513, 513, 444, 875, 558, 597, 576, 625, 538, 510, 628, 663, 282, 494, 597, 502, 745,
    657, 674, 582, 674, 592, 545, 546, 655, 536, 800, 541, 501, 540, 324, 344, 324, 513, 500, 549, 516, 563, 462, 564,
    507, 317, 520, 558, 262, 263, 522, 271, 843, 560, 549, 564, 564, 373, 431, 361, 556, 495, 748, 481, 495, 443, 324,
    255, 324, 513,
  ],
}

/** Letters outside the table: wide enough for Greek and Cyrillic; a full square for the scripts that are set in squares. */
const OTHER_LETTER = 620
const FULL_SQUARE = 1000
const FIRST_FULL_SQUARE = 0x1100

/** Estimated width of a text in points. Charts have no font at hand, and need to know where a label ends. */
export function textWidth(text: string, size: number, weight: Weight = 'regular'): number {
  let thousandths = 0
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0
    thousandths +=
      ADVANCES[weight][code - 0x20] ??
      (code >= FIRST_FULL_SQUARE && (code < 0x1e00 || code > 0x2bff) ? FULL_SQUARE : OTHER_LETTER)
  }
  return (thousandths / 1000) * size
}

export interface WrapOptions {
  size: number
  weight?: Weight
  /** Lines beyond this many are cut off with an ellipsis; the scene's description keeps the whole text. */
  mostLines?: number
}

/** A label in lines no wider than `width`; a word that is wider by itself is cut between letters. */
export function wrapText(text: string, width: number, options: WrapOptions): string[] {
  const { size, weight = 'regular', mostLines = 4 } = options
  const fits = (line: string) => textWidth(line, size, weight) <= width
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const joined = line === '' ? word : `${line} ${word}`
    if (fits(joined)) {
      line = joined
      continue
    }
    if (line !== '') lines.push(line)
    const pieces = cutWord(word, fits)
    lines.push(...pieces.slice(0, -1))
    line = pieces.at(-1) ?? ''
    if (lines.length > mostLines) break
  }
  if (line !== '') lines.push(line)
  return lines.length > mostLines ? shorten(lines.slice(0, mostLines), fits) : lines
}

/** Cut points are looked for among at most this many letters, so that a text without spaces stays cheap. */
const LONGEST_PIECE = 80

function cutWord(word: string, fits: (text: string) => boolean): string[] {
  const pieces: string[] = []
  let piece = ''
  for (const letter of lettersOf(word)) {
    if (piece !== '' && (piece.length >= LONGEST_PIECE || !fits(piece + letter))) {
      pieces.push(piece)
      piece = ''
    }
    piece += letter
  }
  return [...pieces, piece]
}

function shorten(lines: string[], fits: (text: string) => boolean): string[] {
  const letters = lettersOf(lines.at(-1) ?? '')
  while (letters.length > 0 && !fits(`${letters.join('').trimEnd()}…`)) letters.pop()
  return [...lines.slice(0, -1), `${letters.join('').trimEnd()}…`]
}
