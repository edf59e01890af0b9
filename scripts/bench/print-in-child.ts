import { readFileSync } from 'node:fs'
import type { ReportDocument } from '#app/report/document.ts'
import { renderReportPdf } from '#app/report/render-report-pdf.server.ts'
import { barePdf } from './bare-pdf.ts'
import { type Taken, timedAsync } from './measure.ts'
import { median } from './table.ts'

export interface PrintedHere {
  sheets: number
  bytes: number
  /** The first report of a process, and the median of further ones. */
  first: Taken
  further: Taken
  /** The bare fixture, taken in turns with the further ones. */
  bare: Taken
}

const TIMES = 11

/** Prints the report in a file, again and again, beside the bare fixture. */
async function main(file: string): Promise<PrintedHere> {
  const document = JSON.parse(readFileSync(file, 'utf8')) as ReportDocument
  let pdf: Buffer = Buffer.alloc(0)
  const print = async () => {
    pdf = await renderReportPdf(document)
  }
  const first = await timedAsync(print)
  const pairs: { ours: Taken; bare: Taken }[] = []
  // The first half only warms both up.
  for (let turn = 0; turn < 2 * TIMES; turn++) {
    pairs.push({ bare: await timedAsync(() => barePdf(document)), ours: await timedAsync(print) })
  }
  const warm = pairs.slice(TIMES)
  const middle = (which: 'ours' | 'bare'): Taken => ({
    wall: median(warm.map((pair) => pair[which].wall)),
    cpu: median(warm.map((pair) => pair[which].cpu)),
  })
  const sheets = pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? 0
  return { sheets, bytes: pdf.length, first, further: middle('ours'), bare: middle('bare') }
}

console.log(JSON.stringify(await main(process.argv[2] ?? '')))
