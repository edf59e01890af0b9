import type { LoaderFunctionArgs } from '@remix-run/node'
import { readerOf } from '#app/http/principal.server.ts'
import { pdfResponse } from '#app/report/pdf-response.server.ts'
import { publishedReport } from '#app/report/publish-report.server.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const document = await publishedReport(context.db, readerOf(context).reportVersionId)
  if (!document) throw new Response(null, { status: 404 })
  return pdfResponse(document, request)
}
