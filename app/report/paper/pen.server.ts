import PDFDocument from 'pdfkit'
import type { Tone } from '#app/charts/scene.ts'
import type { Measure } from './break-lines.ts'
import { drawnRuns, FACES, fontForDocument } from './paper-fonts.server.ts'
import { type Sheet, type TextStyle, TONE_COLOURS } from './paper-style.ts'

/** What pdfkit can do and its type definitions do not know yet. */
type Pdf = PDFKit.PDFDocument

export interface PdfFacts {
  title: string
  author: string
  language: string
  /** The only date in the file. */
  day: Date
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
  for (const face of FACES)
    pdf.registerFont(face, fontForDocument(face) as unknown as PDFKit.Mixins.PDFFontSource)
  return pdf
}

export function measureWith(pdf: Pdf): Measure {
  return (text, { face, size }) =>
    drawnRuns(text, face).reduce(
      (sum, run) => sum + pdf.font(run.face).fontSize(size).widthOfString(run.text),
      0,
    )
}

/** Text from `x` along a baseline. A letter that cannot be drawn keeps its meaning in the text layer. */
export function drawText(pdf: Pdf, text: string, style: TextStyle, x: number, baseline: number): number {
  let at = x
  for (const run of drawnRuns(text, style.face)) {
    pdf.font(run.face).fontSize(style.size).fillColor(TONE_COLOURS[style.tone])
    if (run.original !== undefined) pdf.markContent('Span', { actual: run.original })
    pdf.text(run.text, at, baseline - (style.rise ?? 0), { lineBreak: false, baseline: 'alphabetic' })
    if (run.original !== undefined) pdf.endMarkedContent()
    at += pdf.widthOfString(run.text)
  }
  return at
}

export function fillRule(pdf: Pdf, x: number, y: number, width: number, height: number, tone: Tone): void {
  pdf.rect(x, y, width, height).fill(TONE_COLOURS[tone])
}
