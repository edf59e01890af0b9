import type { ReportDocument } from './document.ts'
import type { PaperSize } from './paper/paper-style.ts'
import { renderReportPdf } from './render-report-pdf.server.ts'

/** More than two reports at a time would only make each of them later, and hold their memory. */
const AT_ONCE = 2
let working = 0
const waiting: (() => void)[] = []

/** The report as a PDF, when its turn has come. */
export async function writeReportPdf(document: ReportDocument, paper: PaperSize = 'A4'): Promise<Buffer> {
  if (working >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  else working += 1
  try {
    return await renderReportPdf(document, paper)
  } finally {
    const next = waiting.shift()
    if (next) next()
    else working -= 1
  }
}
