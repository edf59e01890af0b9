import PDFDocument from 'pdfkit'
import { drawScene } from '#app/charts/draw-scene.server.ts'
import type { Block, ReportDocument } from '#app/report/document.ts'
import { fontForDocument } from '#app/report/paper/paper-fonts.server.ts'
import { TONE_COLOURS } from '#app/report/paper/paper-style.ts'

type Pdf = PDFKit.PDFDocument

const WIDTH = 480

/**
 * The bare fixture that printing is measured against: the words and pictures of the same report, tagged, by pdfkit's own
 * means. No columns, no notes in the margin, no tables, no heads repeated, no sheet filled with care, one plain structure.
 */
export function barePdf(document: ReportDocument): Promise<Buffer> {
  const options = { font: null, margin: 57, size: 'A4', tagged: true, lang: 'en', bufferPages: true }
  const pdf = new PDFDocument(options as unknown as PDFKit.PDFDocumentOptions)
  for (const face of ['sans', 'serif'] as const)
    pdf.registerFont(face, fontForDocument(face) as unknown as PDFKit.Mixins.PDFFontSource)
  const root = pdf.struct('Document')
  pdf.addStructure(root)
  const tagged = (tag: string, draw: () => void) => root.add(pdf.struct(tag, {}, draw))
  for (const page of document.pages) {
    pdf.addPage()
    tagged('H1', () => pdf.font('serif').fontSize(23).text(page.title, { width: WIDTH }))
    for (const block of page.blocks) {
      if (block.kind === 'figure') tagged('Figure', () => drawFigure(pdf, block))
      else
        for (const text of textsOf(block))
          tagged('P', () => pdf.font('sans').fontSize(9.5).text(text, { width: WIDTH }))
    }
  }
  const bytes = collected(pdf)
  pdf.end()
  return bytes
}

function drawFigure(pdf: Pdf, { scene }: Extract<Block, { kind: 'figure' }>): void {
  if (pdf.y + scene.height > 780) pdf.addPage()
  const { y } = pdf
  drawScene(
    {
      pdf,
      colours: TONE_COLOURS,
      text: (text, { size }, left, baseline) => {
        pdf
          .font('sans')
          .fontSize(size)
          .text(text, left, baseline, { lineBreak: false, baseline: 'alphabetic' })
        return left
      },
      widthOf: (text, { size }) => pdf.font('sans').fontSize(size).widthOfString(text),
    },
    scene,
    { x: 57, y, scale: 1 },
  )
  pdf.x = 57
  pdf.y = y + scene.height
}

function textsOf(block: Exclude<Block, { kind: 'figure' }>): string[] {
  switch (block.kind) {
    case 'paragraph':
      return block.sentences.flatMap(({ text, source }) => [text, source?.why ?? ' '])
    case 'list':
      return block.items.flatMap(({ text, source }) => [text, source?.why ?? ' '])
    case 'table':
      return [
        block.columns.map(({ label }) => label).join(' | '),
        ...block.rows.map((row) => row.join(' | ')),
      ]
    case 'facts':
      return block.facts.map(({ label, value }) => `${label}: ${value}`)
    default:
      return [block.text]
  }
}

function collected(pdf: Pdf): Promise<Buffer> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
    pdf.on('end', () => resolve(Buffer.concat(chunks)))
  })
}
