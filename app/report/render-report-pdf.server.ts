import { setImmediate as othersFirst } from 'node:timers/promises'
import type { ReportDocument } from './document.ts'
import { attachStructure, drawFurniture, drawSheet } from './paper/draw-sheets.server.ts'
import { type Chapter, fillSheets } from './paper/fill-sheets.ts'
import { layOutCover } from './paper/lay-out-cover.ts'
import { layOutPage } from './paper/lay-out-page.ts'
import { type PaperSize, type Sheet, sheetOf } from './paper/paper-style.ts'
import { measureWith, openPdf } from './paper/pen.server.ts'
import { printable } from './paper/printable.ts'
import { type Element, element, type Slice } from './paper/slice.ts'

type Pdf = PDFKit.PDFDocument

/**
 * The document on paper: laid out whole, then drawn sheet by sheet, with a pause after each block and sheet so that
 * requests are answered meanwhile. The same document gives the same bytes.
 */
export async function renderReportPdf(document: ReportDocument, paper: PaperSize = 'A4'): Promise<Buffer> {
  const sheet = sheetOf(paper)
  const title = printable(`${document.clientName}: ${document.roundTitle}`)
  const pdf = openPdf(
    {
      title,
      author: printable(document.consultantName),
      language: document.language,
      day: new Date(`${document.issuedOn}T00:00:00Z`),
    },
    sheet,
  )
  const bytes = collected(pdf)
  const root: Element = { tag: 'Document', children: [] }
  const chapters = await layOutChapters(document, pdf, sheet, root)
  await drawChapters(pdf, chapters, sheet, root)
  drawFurniture(pdf, sheet, {
    head: `${document.clientName} · ${document.roundTitle}`,
    foot: document.documentId,
  })
  pdf.end()
  return bytes
}

async function layOutChapters(
  document: ReportDocument,
  pdf: Pdf,
  sheet: Sheet,
  root: Element,
): Promise<Chapter[]> {
  const measure = measureWith(pdf)
  const cover = layOutCover(document, sheet, element('Sect', root), measure)
  const chapters: Chapter[] = [{ title: document.clientName, slices: cover, alone: true }]
  for (const [index, page] of document.pages.entries()) {
    const slices: Slice[] = []
    for (const some of layOutPage(page, sheet, element('Sect', root), measure)) {
      slices.push(...some)
      await othersFirst()
    }
    // The answer comes first and has its sheet to itself.
    chapters.push({ title: page.title, slices, alone: index === 0 })
  }
  return chapters
}

async function drawChapters(
  pdf: Pdf,
  chapters: readonly Chapter[],
  sheet: Sheet,
  root: Element,
): Promise<void> {
  const nodes = attachStructure(pdf, root)
  for (const { inks, begins } of fillSheets(chapters, sheet.depth)) {
    drawSheet(pdf, inks, sheet, nodes)
    for (const title of begins) pdf.outline.addItem(printable(title))
    await othersFirst()
  }
}

function collected(pdf: Pdf): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
    pdf.on('end', () => resolve(Buffer.concat(chunks)))
    pdf.on('error', reject)
  })
}
