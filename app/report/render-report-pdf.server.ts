import { accentOf, tonesOf } from './brand-tones.ts'
import type { ReportDocument } from './document.ts'
import { drawFurniture, drawSheet } from './paper/draw-sheets.server.ts'
import { type Chapter, fillSheets } from './paper/fill-sheets.ts'
import { FEWEST_PAGES, layOutContents } from './paper/lay-out-contents.ts'
import { layOutCover } from './paper/lay-out-cover.ts'
import { layOutPage } from './paper/lay-out-page.ts'
import { type PaperSize, type Sheet, sheetOf } from './paper/paper-style.ts'
import { addBookmark, measureText, openPdf } from './paper/pen.server.ts'
import { printableLabel } from './paper/printable.ts'
import { type Element, element } from './paper/slice.ts'
import { attachStructure } from './paper/structure.server.ts'

type Pdf = PDFKit.PDFDocument

/** White space that a bookmark leaves above a title in the middle of a sheet. */
const BOOKMARK_MARGIN = 24

/**
 * The document on paper: laid out whole, then drawn sheet by sheet, in one go; the server leaves it to a worker thread.
 * The same document gives the same bytes.
 */
export async function renderReportPdf(document: ReportDocument, paper: PaperSize = 'A4'): Promise<Buffer> {
  const sheet = sheetOf(paper)
  const pdf = openPdf(
    {
      title: printableLabel(`${document.clientName}: ${document.roundTitle}`),
      author: printableLabel(document.consultantName),
      language: document.language,
      day: new Date(`${document.issuedOn}T00:00:00Z`),
      colours: { accent: accentOf(document), scenes: tonesOf(document) },
    },
    sheet,
  )
  const bytes = collected(pdf)
  const root: Element = { tag: 'Document', children: [] }
  drawChapters(pdf, layOutChapters(document, sheet, root), sheet, root)
  drawFurniture(pdf, sheet, {
    head: `${document.clientName} · ${document.roundTitle}`,
    foot: [document.documentId, document.brand?.footer ?? ''].filter((words) => words !== '').join(' · '),
  })
  pdf.end()
  return bytes
}

function layOutChapters(document: ReportDocument, sheet: Sheet, root: Element): Chapter[] {
  const cover: Chapter = {
    title: document.clientName,
    slices: layOutCover(document, sheet, element('Sect', root), measureText),
    alone: true,
  }
  const contents = document.pages.length >= FEWEST_PAGES ? [element('Sect', root)] : []
  const pages = document.pages.map(
    (page, index): Chapter => ({
      title: page.title,
      slices: layOutPage(page, sheet, element('Sect', root), measureText),
      // The answer comes first and has its sheet to itself. A plan has no such page, and goes on where it can.
      alone: index === 0 && page.blocks.some(({ kind }) => kind === 'statement'),
    }),
  )
  return [cover, ...contents.map((section) => contentsChapter(pages, sheet, section)), ...pages]
}

/** The pages begin on the sheets after the cover and the contents, however many of those there are. */
function contentsChapter(pages: readonly Chapter[], sheet: Sheet, section: Element): Chapter {
  const begins = fillSheets(pages, sheet.depth).flatMap((filled, index) =>
    filled.begins.map(({ title }) => ({ title, sheet: index + 2 })),
  )
  const chapter = (entries: typeof begins, node: Element): Chapter => ({
    title: 'Contents',
    slices: layOutContents(entries, sheet, node, measureText),
    alone: true,
  })
  const own = fillSheets([chapter(begins, { tag: 'Sect', children: [] })], sheet.depth).length
  return chapter(
    begins.map(({ title, sheet: number }) => ({ title, sheet: number + own })),
    section,
  )
}

function drawChapters(pdf: Pdf, chapters: readonly Chapter[], sheet: Sheet, root: Element): void {
  const nodes = attachStructure(pdf, root)
  for (const { inks, begins } of fillSheets(chapters, sheet.depth)) {
    drawSheet(pdf, inks, sheet, nodes)
    for (const { title, top } of begins) {
      addBookmark(pdf, printableLabel(title), sheet, top === 0 ? 0 : sheet.top + top - BOOKMARK_MARGIN)
    }
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
