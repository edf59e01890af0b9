import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Font } from 'fontkit'
import * as fontkit from 'fontkit'
import type { Face } from './paper-style.ts'
import { fontForPdfkit, shapedWidth } from './shape-text.server.ts'

const FILES: Record<Face, string> = {
  sans: '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  'sans-semibold': '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  serif: '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
  'serif-semibold': '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
}
export const FACES = Object.keys(FILES) as Face[]

/** Where a face lacks a letter, the sans of the same weight is asked before the placeholder is drawn. */
const STAND_IN: Record<Face, Face> = {
  sans: 'sans',
  'sans-semibold': 'sans-semibold',
  serif: 'sans',
  'serif-semibold': 'sans-semibold',
}

/** Shown for a letter that none of the faces has: a box, never nothing and never a wrong letter. */
export const PLACEHOLDER = '\u25a1'

const parsed = new Map<Face, Font>()

function parsedFont(face: Face): Font {
  const known = parsed.get(face)
  if (known) return known
  const font = fontkit.create(readFileSync(createRequire(import.meta.url).resolve(FILES[face])))
  if (!('glyphForCodePoint' in font)) throw new Error(`${FILES[face]} holds more than one font`)
  parsed.set(face, font)
  return font
}

/** The font of a face for one document: the parsed tables and the shaped words are shared, nothing else. */
export function fontForDocument(face: Face): Font {
  return fontForPdfkit(parsedFont(face))
}

/** A stretch of text that one face can draw. `original` is what the placeholders stand for. */
export interface DrawnRun {
  face: Face
  text: string
  original?: string
}

/** Widths at a size of one point, of words that have been asked for. */
const widths = new Map<Face, Map<string, number>>(FACES.map((face) => [face, new Map()]))
const MOST_WIDTHS = 20_000
const LONGEST_REMEMBERED = 60

/** In points. */
export function widthOfText(text: string, face: Face, size: number): number {
  const known = widths.get(face)?.get(text)
  if (known !== undefined) return known * size
  const width = drawnRuns(text, face).reduce(
    (sum, run) => sum + shapedWidth(parsedFont(run.face), run.text, 1),
    0,
  )
  remember(text, face, width)
  return width * size
}

function remember(text: string, face: Face, width: number): void {
  const known = widths.get(face)
  if (!known || text.length > LONGEST_REMEMBERED) return
  if (known.size >= MOST_WIDTHS) known.clear()
  known.set(text, width)
}

const PLAIN = /^[\x20-\x7e\u00a0-\u00ff\u2013\u2014\u2018\u2019\u201c\u201d\u2026]*$/
const letters = new Intl.Segmenter('en', { granularity: 'grapheme' })

export function drawnRuns(text: string, face: Face): DrawnRun[] {
  const spaced = text.replaceAll('\u00a0', ' ')
  if (PLAIN.test(text)) return [{ face, text: spaced }]
  const runs: DrawnRun[] = []
  for (const { segment } of letters.segment(spaced)) {
    const last = runs.at(-1)
    const drawn = drawnLetter(segment, face)
    if (
      last &&
      last.face === drawn.face &&
      (last.original === undefined) === (drawn.original === undefined)
    ) {
      last.text += drawn.text
      if (drawn.original !== undefined) last.original += drawn.original
    } else {
      runs.push(drawn)
    }
  }
  return runs
}

function drawnLetter(letter: string, face: Face): DrawnRun {
  if (covers(face, letter)) return { face, text: letter }
  if (covers(STAND_IN[face], letter)) return { face: STAND_IN[face], text: letter }
  return { face: STAND_IN[face], text: PLACEHOLDER, original: letter }
}

function covers(face: Face, letter: string): boolean {
  const font = parsedFont(face)
  return [...letter].every((character) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0))
}
