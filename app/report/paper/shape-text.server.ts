import type { Font, Glyph } from 'fontkit'
import { type Direction, holdsRightToLeft, mirrored } from './direction.ts'
import { type PaperGlyph, paperGlyphs } from './paper-glyph.ts'

/** A word in one font, in the font's own units, from left to right. */
interface ShapedWord {
  glyphs: PaperGlyph[]
  width: number
  /** Whether the letters of its glyphs, one after the other, are those of the word. */
  readsBack: boolean
}

/** A font that shapes words, and those it has shaped; null for those that it cannot. */
interface Shaper {
  font: Font
  words: Record<Direction, Map<string, ShapedWord | null>>
}

/** Words come back, within a report and from one to the next. Hostile texts are all different words: then start anew. */
const MOST_WORDS = 20_000
/**
 * Words and the spaces between them. Shaping takes time by the square of the letters: long words are shaped in pieces,
 * which begin with no mark that belongs to the letter before.
 */
const PIECES = / |[^ ]{1,60}[\p{M}\u200c\u200d]*/gsu
const SHORT_WORD = /^[^ ]{1,60}$/su

/** Of the two parts of this vowel, the ring stands below the sign of the tone. fontkit leaves it above. */
const THAI_AM = /([\u0e48-\u0e4b]*)\u0e33/g

const shapers = new Map<Font, Shaper>()

/** In points, for letters of the given size. */
export function shapedWidth(font: Font, text: string, size: number): number {
  const units = shapedPieces(font, text, naturalDirection(text)).reduce((sum, { width }) => sum + width, 0)
  return (units * size) / font.unitsPerEm
}

/** Whether the font has a glyph for each letter and rules that it can follow: those of some scripts trip over odd texts. */
export function canShape(font: Font, text: string): boolean {
  const shaper = shaperOf(font)
  return piecesOf(text).every((piece) => shapedWord(shaper, piece, naturalDirection(piece)) !== null)
}

/** Text that is drawn at once, in the order in which it was typed. */
export interface Piece {
  text: string
  width: number
  readsBack: boolean
}

/** The words of a text, with their widths in points at the given size. */
export function measuredPieces(font: Font, text: string, direction: Direction, size: number): Piece[] {
  const shaper = shaperOf(font)
  return piecesOf(text).map((piece) => {
    const { width, readsBack } = shapedFor(shaper, piece, direction)
    return { text: piece, width: (width * size) / font.unitsPerEm, readsBack }
  })
}

/** What runs from right to left is laid out for drawing: the last piece is the first from the left. */
export function shapedPieces(font: Font, text: string, direction: Direction): ShapedWord[] {
  const shaper = shaperOf(font)
  const pieces = piecesOf(text).map((piece) => shapedFor(shaper, piece, direction))
  return direction === 'rtl' ? pieces.reverse() : pieces
}

function piecesOf(text: string): string[] {
  return SHORT_WORD.test(text) ? [text] : (text.match(PIECES) ?? [])
}

function naturalDirection(text: string): Direction {
  return holdsRightToLeft(text) ? 'rtl' : 'ltr'
}

function shapedFor(shaper: Shaper, word: string, direction: Direction): ShapedWord {
  return (
    shapedWord(shaper, word, direction) ??
    shapedWord(shaper, word, naturalDirection(word)) ??
    unshaped(shaper.font, word)
  )
}

/** Each letter as it looks alone: for a word that was asked for without asking whether the font can shape it. */
function unshaped(font: Font, word: string): ShapedWord {
  const glyphs = Array.from(word, (letter) => {
    const point = letter.codePointAt(0) ?? 0
    const { id, advanceWidth } = font.glyphForCodePoint(point)
    return { parts: [{ id, dx: 0, dy: 0 }], codePoints: [point], advanceWidth, xAdvance: advanceWidth }
  })
  return { glyphs, width: glyphs.reduce((sum, { xAdvance }) => sum + xAdvance, 0), readsBack: true }
}

/** Placing the glyphs of a word, with kerning and ligatures, costs more than anything else in a report: done once a word. */
function shapedWord({ font, words }: Shaper, word: string, direction: Direction): ShapedWord | null {
  const known = words[direction].get(word)
  if (known !== undefined) return known
  const fresh = shape(font, word, direction)
  if (words[direction].size >= MOST_WORDS) words[direction].clear()
  words[direction].set(word, fresh)
  return fresh
}

/** Fonts trip over texts that nobody would write, such as a vowel sign after nothing. */
function shape(font: Font, word: string, direction: Direction): ShapedWord | null {
  try {
    const run =
      direction === 'rtl'
        ? font.layout(mirrored(word), [], undefined, undefined, direction)
        : font.layout(word.replace(THAI_AM, '\u0e4d$1\u0e32'))
    if (run.glyphs.some(({ id }) => id === 0)) return null
    const glyphs = paperGlyphs(run, word, direction)
    const width = glyphs.reduce((sum, { xAdvance }) => sum + xAdvance, 0)
    return { glyphs, width, readsBack: readingOf(glyphs, direction) === word }
  } catch {
    return null
  }
}

function readingOf(glyphs: readonly PaperGlyph[], direction: Direction): string {
  const inOrder = direction === 'rtl' ? glyphs.toReversed() : glyphs
  return inOrder.map(({ codePoints }) => String.fromCodePoint(...codePoints)).join('')
}

function shaperOf(font: Font): Shaper {
  const known = shapers.get(font)
  if (known) return known
  const shaper = { font: shapingFont(font), words: { ltr: new Map(), rtl: new Map() } }
  shapers.set(font, shaper)
  return shaper
}

/**
 * A font keeps its glyphs, and a glyph the letters it was first used for, so that the text layer of one report would
 * depend on those written before it. Here only what is costly and always the same is kept: the measures of a glyph.
 */
function shapingFont(font: Font): Font {
  const getGlyph = (id: number, codePoints: number[] = []): Glyph => {
    const kept = font.getGlyph(id)
    rememberMeasures(kept)
    return Object.create(kept, { codePoints: { value: codePoints } }) as Glyph
  }
  return Object.create(font, { getGlyph: { value: getGlyph } }) as Font
}

/** Asked for once, they are remembered by the glyph. fontkit cannot tell those of a blank that ends the table of shapes. */
function rememberMeasures(glyph: Glyph): void {
  try {
    void glyph.advanceWidth
  } catch {
    // Whoever draws it gets the error, and the letter a placeholder.
  }
}
