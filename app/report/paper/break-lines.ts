import { lettersOf } from '#app/charts/letters.ts'
import type { TextStyle } from './paper-style.ts'
import { printable } from './printable.ts'
import { partsOf } from './word-breaks.ts'

/** A stretch of text in one style. */
export interface Run {
  text: string
  style: TextStyle
}

/** Width of a text in points. */
export type Measure = (text: string, style: TextStyle) => number

/** What may not be parted: a word, or several runs without a space between them. */
interface Word {
  runs: Run[]
  width: number
  spaceBefore: boolean
}

/** Longer runs without a space can be broken after this many letters: measuring them whole takes quadratic time. */
const LONGEST_PIECE = 40

/**
 * Lines no wider than `width`. Words are parted at spaces, or where their script parts them without; and between letters
 * where a word is too long for a line.
 * A space at which a line ends is kept at its end: whoever reads the text on without its lines needs it.
 */
export function breakLines(runs: readonly Run[], width: number, measure: Measure): Run[][] {
  const lines: Run[][] = []
  let line: Run[] = []
  let used = 0
  for (const word of wordsOf(runs, width, measure)) {
    const space = line.length > 0 && word.spaceBefore ? spaceWidth(word, measure) : 0
    if (line.length > 0 && used + space + word.width > width) {
      if (word.spaceBefore) endWithSpace(line)
      lines.push(line)
      line = []
      used = 0
    }
    append(line, word)
    used += (used > 0 ? space : 0) + word.width
  }
  if (line.length > 0) lines.push(line)
  return lines
}

/** The space that parts a line or paragraph from what follows it. */
export function endWithSpace(line: Run[]): void {
  const last = line.at(-1)
  if (last && !last.text.endsWith(' ')) last.text += ' '
}

function spaceWidth(word: Word, measure: Measure): number {
  return word.runs[0] ? measure(' ', word.runs[0].style) : 0
}

function append(line: Run[], word: Word): void {
  const space = line.length > 0 && word.spaceBefore ? ' ' : ''
  for (const [index, run] of word.runs.entries()) {
    const text = index === 0 ? space + run.text : run.text
    const last = line.at(-1)
    if (last && last.style === run.style) last.text += text
    else line.push({ text, style: run.style })
  }
}

/** Runs that follow one another without a space, such as a sentence and its reference, are one word. */
function wordsOf(runs: readonly Run[], width: number, measure: Measure): Word[] {
  const words: Word[] = []
  let spaceBefore = false
  for (const { text, style } of runs) {
    for (const part of spaced(text).split(/( )/)) {
      if (part === ' ') {
        spaceBefore = true
        continue
      }
      if (part === '') continue
      const glued = !spaceBefore && words.length > 0
      for (const [index, piece] of piecesOf(part, style, width, measure).entries()) {
        addPiece(words, { text: piece, style }, measure(piece, style), {
          glued: glued && index === 0,
          spaceBefore: spaceBefore && index === 0,
        })
      }
      spaceBefore = false
    }
  }
  return words
}

/** Printable, with the spaces at either end kept: they part this run from its neighbours. */
function spaced(text: string): string {
  const before = /^\s/.test(text) ? ' ' : ''
  const after = /\s$/.test(text) ? ' ' : ''
  return `${before}${printable(text)}${after}`
}

function addPiece(
  words: Word[],
  run: Run,
  width: number,
  place: { glued: boolean; spaceBefore: boolean },
): void {
  const last = words.at(-1)
  if (place.glued && last) {
    last.runs.push(run)
    last.width += width
  } else {
    words.push({ runs: [run], width, spaceBefore: place.spaceBefore })
  }
}

function piecesOf(word: string, style: TextStyle, width: number, measure: Measure): string[] {
  const fits = (part: string) => part.length <= LONGEST_PIECE && measure(part, style) <= width
  return partsOf(word).flatMap((part) =>
    fits(part)
      ? [part]
      : part.split(/(?<=[-/])/).flatMap((piece) => cut(lettersOf(piece), style, width, measure)),
  )
}

function cut(letters: string[], style: TextStyle, width: number, measure: Measure): string[] {
  const pieces: string[] = []
  const widths = new Map<string, number>()
  let piece: string[] = []
  let used = 0
  for (const letter of letters) {
    const wide = widths.get(letter) ?? measure(letter, style)
    widths.set(letter, wide)
    if (piece.length > 0 && (piece.length >= LONGEST_PIECE || used + wide > width)) {
      pieces.push(piece.join(''))
      piece = []
      used = 0
    }
    piece.push(letter)
    used += wide
  }
  return [...pieces, piece.join('')]
}

/** A last line shorter than this share of the width looks lost. */
const LOST = 0.14
const NARROWER = [0.97, 0.94, 0.91]

/** Lines of running text, set a little narrower where that gives a lost last word company without a further line. */
export function breakText(runs: readonly Run[], width: number, measure: Measure): Run[][] {
  const lines = breakLines(runs, width, measure)
  const isLost = (last: Run[] = []) =>
    last.reduce((sum, { text, style }) => sum + measure(text, style), 0) < LOST * width
  if (lines.length < 2 || lines.length > 30 || !isLost(lines.at(-1))) return lines
  for (const share of NARROWER) {
    const other = breakLines(runs, width * share, measure)
    if (other.length === lines.length && !isLost(other.at(-1))) return other
  }
  return lines
}

const BALANCE_STEP = 12
/** A title is set again and again until it is balanced; a text that is no title is set once. */
const LONGEST_BALANCED = 400

/** The least width in which a text has no more lines than it needs, so that its lines are about equally long. */
export function balancedWidth(runs: Run[], width: number, measure: Measure): number {
  if (runs.reduce((sum, { text }) => sum + text.length, 0) > LONGEST_BALANCED) return width
  const lines = (at: number) => breakLines(runs, at, measure).length
  const needed = lines(width)
  let least = width
  while (least > width / 2 && lines(least - BALANCE_STEP) === needed) least -= BALANCE_STEP
  return least
}
