import type { Font } from 'fontkit'
import type { GlyphPart, PaperGlyph } from './paper-glyph.ts'

/** fontkit's part of a font for a file, as far as glyphs of our own need it. */
interface Subset {
  font: Font
  glyphs: (number | PaperGlyph)[]
  mapping: Record<number, number>
  glyf: Uint8Array[]
  loca: { offsets: number[] }
  hmtx: { metrics: { advance: number; bearing: number }[] }
  offset: number
  includeGlyph(id: number): number
  encode(): Uint8Array
  _addGlyph(entry: number | PaperGlyph): number
}

interface Outline {
  xMin: number
  yMin: number
  xMax: number
  yMax: number
}

/** What pdfkit asks of the part of a font that goes into a file: a place for each glyph, and in the end the file of the font. */
export interface GlyphSubset {
  includeGlyph(number: number): number
  encode(): Uint8Array
}

/** With glyphs that the font does not have: shapes of its own moved, put together or left out. */
export function createGlyphSubset(
  font: Font,
  glyphOf: (number: number) => PaperGlyph | undefined,
): GlyphSubset {
  const subset = font.createSubset() as unknown as Subset
  const addGlyph = subset._addGlyph.bind(subset)
  subset._addGlyph = (entry) => (typeof entry === 'number' ? addGlyph(entry) : addMade(subset, entry))
  const places = new Map<number, number>()
  const place = (number: number): number => {
    const glyph = glyphOf(number)
    if (!glyph) return 0
    const id = ownId(font, glyph)
    if (id === null) return put(subset, glyph)
    return subset.mapping[id] === undefined ? subset.includeGlyph(id) : put(subset, id)
  }
  return {
    includeGlyph(number) {
      const known = places.get(number) ?? place(number)
      places.set(number, known)
      return known
    },
    encode() {
      if (subset.glyphs.some((entry) => typeof entry !== 'number')) subset.font = withDeeperGlyphs(font)
      return subset.encode()
    },
  }
}

/** In a place of its own, whether or not the same shape is there for other letters. */
function put(subset: Subset, entry: number | PaperGlyph): number {
  return subset.glyphs.push(entry) - 1
}

/** The glyph of the font that is just this one. */
function ownId(font: Font, { parts, advanceWidth }: PaperGlyph): number | null {
  const [part] = parts
  if (!part || parts.length > 1 || part.dx !== 0 || part.dy !== 0) return null
  return font.getGlyph(part.id).advanceWidth === advanceWidth ? part.id : null
}

function addMade(subset: Subset, { parts, advanceWidth }: PaperGlyph): number {
  const drawn = parts.flatMap((part) => {
    const outline = outlineOf(subset.font, part)
    return outline ? [{ part, outline }] : []
  })
  const bytes = drawn.length === 0 ? new Uint8Array() : composite(subset, drawn)
  subset.glyf.push(bytes)
  subset.loca.offsets.push(subset.offset)
  const bearing = Math.min(...drawn.map(({ outline }) => outline.xMin))
  subset.hmtx.metrics.push({ advance: advanceWidth, bearing: drawn.length === 0 ? 0 : bearing })
  subset.offset += bytes.length
  return subset.glyf.length - 1
}

/** Where a part has its ink; null where it has none. */
function outlineOf(font: Font, { id, dx, dy }: GlyphPart): Outline | null {
  const { minX, minY, maxX, maxY } = font.getGlyph(id).cbox
  if (!(maxX > minX && maxY > minY)) return null
  return {
    xMin: Math.floor(minX) + dx,
    yMin: Math.floor(minY) + dy,
    xMax: Math.ceil(maxX) + dx,
    yMax: Math.ceil(maxY) + dy,
  }
}

const HEAD_BYTES = 10
const PART_BYTES = 8
/** The offsets of a part are words, and distances; further parts follow. */
const WORD_OFFSETS = 0x0003
const MORE_PARTS = 0x0020

/** A glyph of the table `glyf` that is made of others. */
function composite(subset: Subset, drawn: readonly { part: GlyphPart; outline: Outline }[]): Uint8Array {
  const bytes = new Uint8Array(HEAD_BYTES + PART_BYTES * drawn.length)
  const view = new DataView(bytes.buffer)
  const outlines = drawn.map(({ outline }) => outline)
  view.setInt16(0, -1)
  view.setInt16(2, Math.min(...outlines.map(({ xMin }) => xMin)))
  view.setInt16(4, Math.min(...outlines.map(({ yMin }) => yMin)))
  view.setInt16(6, Math.max(...outlines.map(({ xMax }) => xMax)))
  view.setInt16(8, Math.max(...outlines.map(({ yMax }) => yMax)))
  for (const [index, { part }] of drawn.entries()) {
    const at = HEAD_BYTES + PART_BYTES * index
    view.setUint16(at, WORD_OFFSETS | (index < drawn.length - 1 ? MORE_PARTS : 0))
    view.setUint16(at + 2, subset.includeGlyph(part.id))
    view.setInt16(at + 4, part.dx)
    view.setInt16(at + 6, part.dy)
  }
  return bytes
}

/** The limits that a font states for glyphs made of others, one level further. */
function withDeeperGlyphs(font: Font): Font {
  const { maxp } = font as unknown as { maxp: Record<string, number> }
  const { maxPoints = 0, maxContours = 0, maxComponentDepth = 0, maxComponentElements = 0 } = maxp
  const parts = Math.max(4, maxComponentElements)
  const deeper = {
    ...maxp,
    maxComponentDepth: maxComponentDepth + 1,
    maxComponentElements: parts,
    maxCompositePoints: Math.max(maxp.maxCompositePoints ?? 0, maxPoints * parts),
    maxCompositeContours: Math.max(maxp.maxCompositeContours ?? 0, maxContours * parts),
  }
  return Object.create(font, { maxp: { value: deeper } }) as Font
}
