import type { ReportDocument } from './document.ts'
import { writeReportPdf } from './write-report-pdf.server.ts'

/** The report as a download. The name carries no more than the report's own identity. */
export async function pdfResponse(document: ReportDocument, request: Request): Promise<Response> {
  const paper = new URL(request.url).searchParams.get('paper') === 'letter' ? 'Letter' : 'A4'
  const pdf = await writeReportPdf(document, paper)
  return new Response(new Uint8Array(pdf), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="plumbline-${document.documentId.toLowerCase()}.pdf"`,
    },
  })
}
