import { monitorEventLoopDelay } from 'node:perf_hooks'
import { expect, test } from 'vitest'
import type { ReportDocument } from '#app/report/document.ts'
import { renderReportPdf } from '#app/report/render-report-pdf.server.ts'
import { writeReportPdf } from '#app/report/write-report-pdf.server.ts'
import { SAMPLE_DOCUMENT } from './sample-document.ts'

test('the worker gives the bytes that the same code gives here, for either paper', async () => {
  for (const paper of ['A4', 'Letter'] as const) {
    const printed = await writeReportPdf(SAMPLE_DOCUMENT, paper)
    if (printed.kind !== 'printed') throw new Error(printed.reason)
    expect(Buffer.from(printed.pdf).equals(await renderReportPdf(SAMPLE_DOCUMENT, paper))).toBe(true)
  }
})

test('others are served while a hostile report is printed', async () => {
  const text = Array.from({ length: 12 }, (_, index) =>
    String.fromCodePoint(0x430 + index).repeat(20_000),
  ).join(' ')
  const hostile: ReportDocument = {
    ...SAMPLE_DOCUMENT,
    pages: [{ id: 'only', title: text, blocks: [{ kind: 'paragraph', sentences: [{ text }] }] }],
  }
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const started = performance.now()
  const printed = await writeReportPdf(hostile)
  delay.disable()
  expect(printed.kind).toBe('printed')
  // Printed in this thread it would be one stop from beginning to end, whatever else the machine has to do.
  expect(delay.max / 1e6).toBeLessThan((performance.now() - started) / 3)
})
