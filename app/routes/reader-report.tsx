import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readerOf } from '#app/http/principal.server.ts'
import type { ReportDocument } from '#app/report/document.ts'
import { publishedReport } from '#app/report/publish-report.server.ts'
import reportCss from '#app/report/report.css?url'
import { ReportView } from '#app/report/report-view.tsx'

export const handle = { shell: 'report' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: reportCss }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.clientName} · ${data.roundTitle}` : 'Report' },
]

export async function loader({ context }: LoaderFunctionArgs): Promise<ReportDocument> {
  const document = await publishedReport(context.db, readerOf(context).reportVersionId)
  if (!document) throw new Response(null, { status: 404 })
  return document
}

export default function ReaderReport() {
  const document = useLoaderData<typeof loader>() as ReportDocument
  return <ReportView document={document} pdfHref="/report.pdf" />
}
