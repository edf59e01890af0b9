import PDFDocument from 'pdfkit'
import type { Tone } from '#app/charts/scene.ts'
import type { Measure } from './break-lines.ts'
import { widthOfText } from './paper-fonts.server.ts'
import { type Sheet, TONE_COLOURS } from './paper-style.ts'

/** What pdfkit can do and its type definitions do not know yet. */
type Pdf = PDFKit.PDFDocument

export interface PdfFacts {
  title: string
  author: string
  language: string
  /** The only date in the file. */
  day: Date
  /** Replaces ours where a brand has one; charts have their own, where levels must be told apart. */
  colours?: { accent: string; scenes: Record<Tone, string> }
}

const COLOURS = new WeakMap<Pdf, NonNullable<PdfFacts['colours']>>()

/** The colours that a drawing in this PDF is painted with. */
export function sceneColours(pdf: Pdf): Record<Tone, string> {
  return COLOURS.get(pdf)?.scenes ?? TONE_COLOURS
}

/** Outside of charts the tone of the senior team is the accent. */
export function colourOf(pdf: Pdf, tone: Tone): string {
  return tone === 'senior' ? (COLOURS.get(pdf)?.accent ?? TONE_COLOURS.senior) : TONE_COLOURS[tone]
}

/** An empty PDF with our fonts and the marks of PDF/UA: tagged, titled, in a language. */
export function openPdf(facts: PdfFacts, sheet: Sheet): Pdf {
  const options = {
    // No font for now: pdfkit would otherwise reach for one that is not embedded.
    font: null,
    size: [sheet.width, sheet.height],
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: '1.7',
    subset: 'PDF/UA',
    tagged: true,
    lang: facts.language,
    displayTitle: true,
    info: {
      Title: facts.title,
      Author: facts.author,
      Creator: 'Plumbline',
      Producer: 'Plumbline',
      CreationDate: facts.day,
      ModDate: facts.day,
    },
  }
  const pdf = new PDFDocument(options as unknown as PDFKit.PDFDocumentOptions)
  escapeMetadata(pdf)
  if (facts.colours) COLOURS.set(pdf, facts.colours)
  return pdf
}

/** pdfkit sets title and author into the XML of the metadata as they are, where an ampersand breaks it. */
function escapeMetadata(pdf: Pdf): void {
  const inner = pdf as unknown as { info: Record<string, unknown>; _addInfo(): void }
  const addInfo = inner._addInfo
  inner._addInfo = () => {
    const { info } = inner
    inner.info = Object.fromEntries(
      Object.entries(info).map(([key, value]) => [key, typeof value === 'string' ? escaped(value) : value]),
    )
    addInfo.call(inner)
    inner.info = info
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

export const measureText: Measure = (text, { face, size }) => widthOfText(text, face, size)

/** A bookmark for the current sheet, `top` points down from its upper edge. */
export function addBookmark(pdf: Pdf, title: string, { width }: Sheet, top: number): void {
  // pdfkit counts what it calls left from the right edge.
  pdf.outline.addItem(title, { left: width, top } as Parameters<Pdf['outline']['addItem']>[1])
}

export function fillRule(pdf: Pdf, x: number, y: number, width: number, height: number, tone: Tone): void {
  pdf.rect(x, y, width, height).fill(colourOf(pdf, tone))
}
