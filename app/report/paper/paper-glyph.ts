import type { Glyph, GlyphRun } from 'fontkit'
import { type Direction, mirrored } from './direction.ts'

/** A shape of the font, moved in the font's units. */
export interface GlyphPart {
  id: number
  dx: number
  dy: number
}

/**
 * A glyph as the file has it: with the letters that it reads as. Marks are moved onto their letters in the glyph and not
 * in the text, because readers of the text take what is drawn elsewhere for another word.
 */
export interface PaperGlyph {
  parts: GlyphPart[]
  codePoints: number[]
  advanceWidth: number
  /** With kerning. */
  xAdvance: number
}

const IGNORABLE = /\u200c|\u200d|\ufe0f/gu
const SPACE = 0x20

/** The glyphs of a word from left to right, each with the letters that were typed for it. */
export function paperGlyphs(run: GlyphRun, word: string, direction: Direction): PaperGlyph[] {
  const inOrder = run.glyphs.map((glyph, index) => paperGlyph(run, glyph, index, direction))
  if (direction === 'rtl') inOrder.reverse()
  const whole = withoutLetterless(nameHidden(inOrder, word), direction)
  if (direction === 'ltr') return whole
  return sideBySide(whole.flatMap(oneLetterEach)).reverse()
}

/** fontkit gives signs that do not show as spaces without width. */
function paperGlyph(run: GlyphRun, glyph: Glyph, index: number, direction: Direction): PaperGlyph {
  const { xAdvance = 0, xOffset = 0, yOffset = 0 } = run.positions[index] ?? {}
  const { id, codePoints, advanceWidth } = glyph
  if (codePoints[0] === SPACE && xAdvance === 0 && advanceWidth > 0) {
    return { parts: [], codePoints: [], advanceWidth: 0, xAdvance: 0 }
  }
  return {
    parts: [{ id, dx: Math.round(xOffset), dy: Math.round(yOffset) }],
    codePoints: direction === 'rtl' ? codePoints.map(mirroredPoint) : codePoints,
    advanceWidth,
    xAdvance,
  }
}

/** What was mirrored for drawing reads as it was typed. */
function mirroredPoint(point: number): number {
  return mirrored(String.fromCodePoint(point)).codePointAt(0) ?? point
}

/** Gives the hidden glyphs the joiners that no emoji or ligature has taken in. */
function nameHidden(glyphs: readonly PaperGlyph[], word: string): PaperGlyph[] {
  const isHidden = ({ parts }: PaperGlyph) => parts.length === 0
  if (!glyphs.some(isHidden)) return [...glyphs]
  const left = (word.match(IGNORABLE) ?? []).map((sign) => sign.codePointAt(0) ?? 0)
  for (const point of glyphs.flatMap(({ codePoints }) => codePoints)) {
    if (left.includes(point)) left.splice(left.indexOf(point), 1)
  }
  return glyphs.map((glyph) => (isHidden(glyph) ? { ...glyph, codePoints: left.splice(0, 1) } : glyph))
}

/** A letter may be drawn as several glyphs: they become one, with that letter. In the order in which it was typed. */
function withoutLetterless(glyphs: readonly PaperGlyph[], direction: Direction): PaperGlyph[] {
  const result: PaperGlyph[] = []
  for (const glyph of glyphs) {
    const last = result.at(-1)
    if (glyph.codePoints.length > 0 || !last) result.push(glyph)
    else result[result.length - 1] = direction === 'rtl' ? merged(glyph, last) : merged(last, glyph)
  }
  return result
}

function merged(left: PaperGlyph, right: PaperGlyph): PaperGlyph {
  const width = left.xAdvance + right.xAdvance
  return {
    parts: [...left.parts, ...right.parts.map((part) => ({ ...part, dx: part.dx + left.xAdvance }))],
    codePoints: [...left.codePoints, ...right.codePoints],
    advanceWidth: width,
    xAdvance: width,
  }
}

/**
 * Readers turn round what runs from right to left letter by letter, also within a ligature. Here its shape reads as its
 * last letter, and blanks beside it as the others.
 */
function oneLetterEach(glyph: PaperGlyph): PaperGlyph[] {
  const { codePoints, xAdvance } = glyph
  if (codePoints.length < 2) return [glyph]
  const share = Math.floor(xAdvance / codePoints.length)
  return codePoints.map((point, index) => {
    const isLast = index === codePoints.length - 1
    const width = isLast ? xAdvance - share * index : share
    return { parts: isLast ? glyph.parts : [], codePoints: [point], advanceWidth: width, xAdvance: width }
  })
}

/**
 * A letter and the marks on it, which have no width, share its width: what stands in the same place is a repetition to
 * some readers, and ends the word.
 */
function sideBySide(glyphs: readonly PaperGlyph[]): PaperGlyph[] {
  const clusters: PaperGlyph[][] = []
  for (const glyph of glyphs) {
    const last = clusters.at(-1)
    if (last && glyph.xAdvance === 0) last.push(glyph)
    else clusters.push([glyph])
  }
  return clusters.flatMap((cluster) => (cluster.length === 1 ? cluster : spread(cluster)))
}

/** The first of them was typed first and stands at the right. Nothing is drawn elsewhere than before. */
function spread(cluster: readonly PaperGlyph[]): PaperGlyph[] {
  const width = cluster.reduce((sum, { xAdvance }) => sum + xAdvance, 0)
  const share = Math.floor(width / cluster.length)
  return cluster.map((glyph, index) => {
    const left = share * (cluster.length - 1 - index)
    const advance = index === 0 ? width - left : share
    return {
      parts: glyph.parts.map((part) => ({ ...part, dx: part.dx - left })),
      codePoints: glyph.codePoints,
      advanceWidth: advance,
      xAdvance: advance,
    }
  })
}
