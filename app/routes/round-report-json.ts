import type { LoaderFunctionArgs } from '@remix-run/node'
import { today } from '#app/http/context.server.ts'
import { consultantOf } from '#app/http/principal.server.ts'
import { loadReport } from '#app/report/load-report.server.ts'
import { documentIdOf } from '#app/report/publish-report.server.ts'

/** The figures behind the report: scores, findings and statement, every number with its n. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const consultant = consultantOf(context)
  const roundId = params.roundId ?? ''
  const documentId = documentIdOf(roundId, 0)
  const report = await loadReport(context.db, { roundId, consultant, documentId, today: today(context) })
  if (!report) throw new Response(null, { status: 404 })
  const { document, scores, diagnosis } = report
  return Response.json({ document, scores, diagnosis })
}
