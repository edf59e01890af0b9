import { parentPort } from 'node:worker_threads'
import type { ReportDocument } from '../document.ts'
import type { PressAnswer } from '../press.server.ts'
import { renderReportPdf } from '../render-report-pdf.server.ts'
import type { PaperSize } from './paper-style.ts'

export interface PaperJob {
  document: ReportDocument
  paper: PaperSize
}

/** The code of the worker thread: a document in, the bytes of its PDF out. */
parentPort?.on('message', async (job: PaperJob) => {
  const answer = await printed(job)
  parentPort?.postMessage(answer, 'pdf' in answer ? [answer.pdf.buffer as ArrayBuffer] : [])
})

async function printed({ document, paper }: PaperJob): Promise<PressAnswer> {
  try {
    return { pdf: Uint8Array.from(await renderReportPdf(document, paper)) }
  } catch (error) {
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
