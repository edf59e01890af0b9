import type { Font } from 'fontkit'
import { lettersOf } from '#app/charts/letters.ts'
import { type PaperFace, parsedFont } from './font-files.server.ts'
import type { Face } from './paper-style.ts'
import { fontForPdfkit } from './pdf-font.server.ts'
import { scriptFacesFor } from './script-faces.ts'
import { canShape, shapedWidth } from './shape-text.server.ts'

/** Where a face lacks a letter, the sans of the same weight is asked first, and then the faces of the letter's script. */
const STAND_IN: Record<Face, Face> = {
  sans: 'sans',
  'sans-semibold': 'sans-semibold',
  serif: 'sans',
  'serif-semibold': 'sans-semibold',
}
/** Those that every report is set in. */
export const FACES = Object.keys(STAND_IN) as Face[]

/** Shown for a letter that none of the faces has: a box, never nothing and never a wrong letter. */
export const PLACEHOLDER = '\u25a1'

/** The font of a face for one document: the parsed tables and the shaped words are shared, nothing else. */
export function fontForDocument(face: PaperFace): Font {
  return fontForPdfkit(parsedFont(face))
}

/** A stretch of text that one face can draw. `original` is what the placeholders stand for. */
export interface DrawnRun {
  face: PaperFace
  text: string
  original?: string
}

/** Widths at a size of one point, of words that have been asked for. */
const widths = new Map<Face, Map<string, number>>(FACES.map((face) => [face, new Map()]))
const MOST_REMEMBERED = 20_000
const LONGEST_REMEMBERED = 60

/** In points. */
export function widthOfText(text: string, face: Face, size: number): number {
  const known = widths.get(face)?.get(text)
  if (known !== undefined) return known * size
  const width = drawnRuns(text, face).reduce((sum, run) => sum + widthOfRun(run, 1), 0)
  remember(widths.get(face), text, width)
  return width * size
}

export function widthOfRun({ face, text }: DrawnRun, size: number): number {
  return shapedWidth(parsedFont(face), text, size)
}

function remember<Value>(known: Map<string, Value> | undefined, text: string, value: Value): void {
  if (!known || text.length > LONGEST_REMEMBERED) return
  if (known.size >= MOST_REMEMBERED) known.clear()
  known.set(text, value)
}

const PLAIN = /^[\x20-\x7e\u00a0-\u00ff\u2013\u2014\u2018\u2019\u201c\u201d\u2026]*$/

export function drawnRuns(text: string, face: Face): DrawnRun[] {
  const spaced = text.replaceAll('\u00a0', ' ')
  if (PLAIN.test(text)) return [{ face, text: spaced }]
  const runs = joined(lettersOf(spaced).map((letter) => drawnLetter(letter, face)))
  return runs.flatMap((run) => (isDrawable(run) ? [run] : boxed(run, face)))
}

function joined(runs: readonly DrawnRun[]): DrawnRun[] {
  const result: DrawnRun[] = []
  for (const run of runs) {
    const last = result.at(-1)
    if (last?.face !== run.face || (last.original === undefined) !== (run.original === undefined)) {
      result.push({ ...run })
    } else {
      last.text += run.text
      if (run.original !== undefined) last.original += run.original
    }
  }
  return result
}

function isDrawable({ face, text }: DrawnRun): boolean {
  return canShape(parsedFont(face), text)
}

/** The letters of a run that a font has and cannot set together, as far as it can set them one by one. */
function boxed(run: DrawnRun, face: Face): DrawnRun[] {
  return lettersOf(run.text).map((text) =>
    isDrawable({ face: run.face, text }) ? { face: run.face, text } : placeholder(text, face),
  )
}

/** The face of each letter that has been asked for; null where none has it. */
const faceOfLetter = new Map<Face, Map<string, PaperFace | null>>(FACES.map((face) => [face, new Map()]))

function drawnLetter(letter: string, face: Face): DrawnRun {
  const known = faceOfLetter.get(face)?.get(letter)
  const chosen = known === undefined ? faceFor(letter, face) : known
  if (known === undefined) remember(faceOfLetter.get(face), letter, chosen)
  return chosen ? { face: chosen, text: letter } : placeholder(letter, face)
}

function faceFor(letter: string, face: Face): PaperFace | null {
  for (const candidate of facesFor(letter, face)) if (covers(candidate, letter)) return candidate
  return null
}

function placeholder(letter: string, face: Face): DrawnRun {
  return { face: STAND_IN[face], text: PLACEHOLDER, original: letter }
}

const AS_EMOJI = '\ufe0f'

/** One by one, so that none is opened before it is needed. */
function* facesFor(letter: string, face: Face): Generator<PaperFace> {
  if (letter.includes(AS_EMOJI)) yield 'emoji'
  yield face
  yield STAND_IN[face]
  yield* scriptFacesFor(letter)
}

/** Signs that join, part or vary letters have no shape of their own. */
const SHAPELESS = /\u200c|\u200d|\ufe0f/g

function covers(face: PaperFace, letter: string): boolean {
  const font = parsedFont(face)
  return Array.from(letter.replace(SHAPELESS, '')).every((character) =>
    font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0),
  )
}
