import type { Font } from 'fontkit'
import { createGlyphSubset } from './glyph-subset.server.ts'
import type { PaperGlyph } from './paper-glyph.ts'
import { shapedPieces } from './shape-text.server.ts'

/** What pdfkit is given in place of the names of features where a text runs from right to left. */
export const RIGHT_TO_LEFT: PDFKit.Mixins.OpenTypeFeatures[] = []

/** The font for one document. pdfkit asks it for the layout of words, and scales the positions it is given in place. */
export function fontForPdfkit(font: Font): Font {
  const numbers = createNumbers()
  const layout = (text: string, features?: unknown) => {
    const pieces = shapedPieces(font, text, features === RIGHT_TO_LEFT ? 'rtl' : 'ltr')
    const glyphs = pieces.flatMap((piece) => piece.glyphs)
    const positions = glyphs.map(({ xAdvance }) => ({ xAdvance, yAdvance: 0, xOffset: 0, yOffset: 0 }))
    return {
      glyphs: glyphs.map(numbers.numbered),
      positions,
      get advanceWidth() {
        return positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0)
      },
    }
  }
  const createSubset = () => createGlyphSubset(font, numbers.glyphOf)
  return Object.create(font, { layout: { value: layout }, createSubset: { value: createSubset } }) as Font
}

/** A glyph as pdfkit knows it: by a number. */
interface NumberedGlyph extends Pick<PaperGlyph, 'codePoints' | 'advanceWidth'> {
  id: number
}

/** A shape that stands for several letters has a number for each: the text layer says one text for a number. */
function createNumbers() {
  const seen = new Map<PaperGlyph, NumberedGlyph>()
  const alike = new Map<string, NumberedGlyph>()
  const glyphs: PaperGlyph[] = []
  const numbered = (glyph: PaperGlyph): NumberedGlyph => {
    const { parts, codePoints, advanceWidth } = glyph
    const key = JSON.stringify([parts, codePoints, advanceWidth])
    const known = alike.get(key) ?? { id: glyphs.push(glyph) - 1, codePoints, advanceWidth }
    alike.set(key, known)
    seen.set(glyph, known)
    return known
  }
  return {
    numbered: (glyph: PaperGlyph) => seen.get(glyph) ?? numbered(glyph),
    glyphOf: (number: number) => glyphs[number],
  }
}
