import type { Font, Glyph } from 'fontkit'

/** A glyph as the PDF needs it: which one, how wide, and the letters it stands for. */
type ShapedGlyph = Pick<Glyph, 'id' | 'codePoints' | 'advanceWidth'>

interface Position {
  xAdvance: number
  yAdvance: number
  xOffset: number
  yOffset: number
}

/** A word in one font, in the font's own units. */
interface ShapedWord {
  glyphs: ShapedGlyph[]
  positions: Position[]
  width: number
}

/** A font that shapes words, and those it has shaped. */
interface Shaper {
  font: Font
  words: Map<string, ShapedWord>
}

/** Words come back, within a report and from one to the next. Hostile texts are all different words: then start anew. */
const MOST_WORDS = 20_000
/** Words and the spaces between them. Shaping takes time by the square of the letters: long words are shaped in pieces. */
const PIECES = / |[^ ]{1,60}/gsu
const SHORT_WORD = /^[^ ]{1,60}$/su

const shapers = new Map<Font, Shaper>()

/** In points, for letters of the given size. */
export function shapedWidth(font: Font, text: string, size: number): number {
  const units = shapedPieces(font, text).reduce((sum, { width }) => sum + width, 0)
  return (units * size) / font.unitsPerEm
}

/** The font for one document. pdfkit asks it for the layout of words, and scales the positions it is given in place. */
export function fontForPdfkit(font: Font): Font {
  const layout = (text: string) => {
    const pieces = shapedPieces(font, text)
    const positions = pieces.flatMap((piece) => piece.positions.map((position) => ({ ...position })))
    return {
      glyphs: pieces.flatMap(({ glyphs }) => glyphs),
      positions,
      get advanceWidth() {
        return positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0)
      },
    }
  }
  return Object.create(font, { layout: { value: layout } }) as Font
}

function shapedPieces(font: Font, text: string): ShapedWord[] {
  const shaper = shaperOf(font)
  const pieces = SHORT_WORD.test(text) ? [text] : (text.match(PIECES) ?? [])
  return pieces.map((piece) => shapedWord(shaper, piece))
}

/** Placing the glyphs of a word, with kerning and ligatures, costs more than anything else in a report: done once a word. */
function shapedWord({ font, words }: Shaper, word: string): ShapedWord {
  const known = words.get(word)
  if (known) return known
  const fresh = shape(font, word)
  if (words.size >= MOST_WORDS) words.clear()
  words.set(word, fresh)
  return fresh
}

function shape(font: Font, word: string): ShapedWord {
  const { glyphs, positions } = font.layout(word)
  return {
    glyphs: glyphs.map(({ id, codePoints, advanceWidth }) => ({ id, codePoints, advanceWidth })),
    positions: positions.map(({ xAdvance, yAdvance, xOffset, yOffset }) => {
      return { xAdvance, yAdvance, xOffset, yOffset }
    }),
    width: positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0),
  }
}

function shaperOf(font: Font): Shaper {
  const known = shapers.get(font)
  if (known) return known
  const shaper = { font: shapingFont(font), words: new Map() }
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
    // Asked for once, the measures are remembered by the glyph.
    void kept.advanceWidth
    return Object.create(kept, { codePoints: { value: codePoints } }) as Glyph
  }
  return Object.create(font, { getGlyph: { value: getGlyph } }) as Font
}
