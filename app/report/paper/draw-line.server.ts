import { lettersOf } from '#app/charts/letters.ts'
import type { Run } from './break-lines.ts'
import { type Direction, directionOf, holdsRightToLeft, type Stretch, stretchesOf } from './direction.ts'
import { type PaperFace, parsedFont } from './font-files.server.ts'
import { type DrawnRun, drawnRuns, fontForDocument, widthOfRun, widthOfText } from './paper-fonts.server.ts'
import type { TextStyle } from './paper-style.ts'
import { RIGHT_TO_LEFT } from './pdf-font.server.ts'
import { colourOf } from './pen.server.ts'
import { measuredPieces } from './shape-text.server.ts'

type Pdf = PDFKit.PDFDocument

/** Text from `x` along a baseline, in the direction of its first letter. */
export function drawText(pdf: Pdf, text: string, style: TextStyle, x: number, baseline: number): void {
  drawLine(pdf, [{ text, style }], { x, baseline, direction: directionOf(text) })
}

/**
 * A line of a paragraph that runs in one direction and may hold words that run in the other. What was typed first is
 * drawn first, wherever it stands: readers that go by the order in the file have the text as it was typed.
 */
export function drawLine(
  pdf: Pdf,
  runs: readonly Run[],
  place: { x: number; baseline: number; direction: Direction },
): void {
  let x = place.x
  if (place.direction === 'ltr' && !runs.some(({ text }) => holdsRightToLeft(text))) {
    for (const { text, style } of runs) {
      drawStretch(pdf, text, style, { x, baseline: place.baseline, direction: 'ltr' })
      x += widthOfText(text, style.face, style.size)
    }
    return
  }
  const stretches = styledStretches(runs, place.direction)
  const lefts = new Map<Stretch, number>()
  for (const stretch of stretches.toSorted((one, other) => one.at - other.at)) {
    lefts.set(stretch, x)
    x += widthOfText(stretch.text, stretch.style.face, stretch.style.size)
  }
  for (const stretch of stretches) {
    const { text, style, direction } = stretch
    drawStretch(pdf, text, style, { x: lefts.get(stretch) ?? x, baseline: place.baseline, direction })
  }
}

function styledStretches(runs: readonly Run[], direction: Direction): (Stretch & { style: TextStyle })[] {
  const ends: number[] = []
  for (const { text } of runs) ends.push((ends.at(-1) ?? 0) + text.length)
  const line = runs.map(({ text }) => text).join('')
  let at = 0
  return stretchesOf(line, direction, ends).map((stretch) => {
    const run = runs[ends.findIndex((end) => at < end)]
    at += stretch.text.length
    return { ...stretch, style: (run ?? runs[0])?.style as TextStyle }
  })
}

interface Place {
  x: number
  baseline: number
  direction: Direction
}

/** Text in one style and one direction, in as many faces as it needs. */
function drawStretch(pdf: Pdf, text: string, style: TextStyle, place: Place): void {
  const runs = drawnRuns(text, style.face)
  let { x } = place
  const { direction } = place
  if (direction === 'rtl') x += runs.reduce((sum, run) => sum + widthOfRun(run, style.size), 0)
  for (const run of runs) {
    const width = widthOfRun(run, style.size)
    const left = direction === 'rtl' ? x - width : x
    drawRun(pdf, run, style, { ...place, x: left, width })
    x = direction === 'rtl' ? left : left + width
  }
}

function drawRun(pdf: Pdf, run: DrawnRun, style: TextStyle, place: Place & { width: number }): void {
  chooseFace(pdf, run.face)
  pdf.fontSize(style.size).fillColor(colourOf(pdf, style.tone))
  const y = place.baseline - (style.rise ?? 0)
  if (run.original !== undefined) {
    writeAs(pdf, run.original, () => write(pdf, run.text, { ...place, y }))
    return
  }
  const pieces = piecesOf(run, style, place.direction)
  if (pieces.every(({ readsBack, apart }) => readsBack && !apart)) {
    write(pdf, run.text, { ...place, y })
    return
  }
  let before = 0
  for (const { text, width, readsBack } of pieces) {
    const x = place.direction === 'rtl' ? place.x + place.width - before - width : place.x + before
    const draw = () => write(pdf, text, { ...place, x, y })
    if (readsBack) draw()
    else writeAs(pdf, text, draw)
    before += width
  }
}

/** Readers turn round letters that run from right to left, and leave signs as they stand: those are drawn one by one. */
function piecesOf({ face, text }: DrawnRun, { size }: TextStyle, direction: Direction) {
  const font = parsedFont(face)
  const apart = direction === 'rtl' && text.length > 1 && !holdsRightToLeft(text)
  const parts = apart ? lettersOf(text) : [text]
  return parts.flatMap((part) =>
    measuredPieces(font, part, direction, size).map((piece) => ({ ...piece, apart })),
  )
}

function write(pdf: Pdf, text: string, { x, y, direction }: { x: number; y: number; direction: Direction }) {
  pdf.text(text, x, y, {
    lineBreak: false,
    baseline: 'alphabetic',
    ...(direction === 'rtl' && { features: RIGHT_TO_LEFT }),
  })
}

/**
 * Glyphs whose letters are not what was typed, or not in its order, with what was typed. It is marked between the limits
 * of the text and not about them, where readers no longer know its font.
 */
function writeAs(pdf: Pdf, typed: string, draw: () => void): void {
  const { addContent } = pdf
  pdf.addContent = (content: string) => {
    if (content === 'ET') pdf.endMarkedContent()
    addContent.call(pdf, content)
    if (content === 'BT') pdf.markContent('Span', { actual: typed })
    return pdf
  }
  draw()
  pdf.addContent = addContent
}

const inUse = new WeakMap<Pdf, Set<PaperFace>>()

/** A face is a part of the file from its first letter on. */
function chooseFace(pdf: Pdf, face: PaperFace): void {
  const faces = inUse.get(pdf) ?? new Set()
  inUse.set(pdf, faces)
  if (!faces.has(face))
    pdf.registerFont(face, fontForDocument(face) as unknown as PDFKit.Mixins.PDFFontSource)
  faces.add(face)
  pdf.font(face)
}
