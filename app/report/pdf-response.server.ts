import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { ReportDocument } from './document.ts'
import type { Printed, Reason } from './press.server.ts'
import { PrintApology } from './print-apology.tsx'
import { writeReportPdf } from './write-report-pdf.server.ts'

const RETRY_AFTER_SECONDS = '10'

/** The report as a download, or a page that says why not. The name carries no more than the report's own identity. */
export async function pdfResponse(
  document: ReportDocument,
  request: Request,
  write: typeof writeReportPdf = writeReportPdf,
): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url)
  const paper = searchParams.get('paper') === 'letter' ? 'Letter' : 'A4'
  const printed: Printed = await write(document, paper, request.signal)
  if (printed.kind === 'not-printed') return apology(printed.reason, pathname.replace(/\.pdf$/, ''))
  return new Response(printed.pdf as Uint8Array<ArrayBuffer>, {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="plumbline-${document.documentId.toLowerCase()}.pdf"`,
    },
  })
}

function apology(reason: Reason, reportHref: string): Response {
  const html = renderToStaticMarkup(createElement(PrintApology, { reason, reportHref }))
  return new Response(`<!DOCTYPE html>${html}`, {
    status: reason === 'fault' ? 500 : 503,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      ...(reason === 'busy' || reason === 'left' ? { 'Retry-After': RETRY_AFTER_SECONDS } : {}),
    },
  })
}
