import type { LoaderFunctionArgs } from '@remix-run/node'
import { today } from '#app/http/context.server.ts'
import { consultantOf } from '#app/http/principal.server.ts'
import { loadReport } from '#app/report/load-report.server.ts'
import { documentIdOf } from '#app/report/publish-report.server.ts'
import { ownedRound } from '#app/rounds/owned.server.ts'
import { noteExport } from '#app/session/audit.server.ts'

/** The figures behind the report: scores, findings and statement, every number with its n. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { round, engagement } = await ownedRound(context, params.roundId)
  const consultant = consultantOf(context)
  const roundId = round.id
  const documentId = documentIdOf(roundId, 0)
  const report = await loadReport(context.db, { roundId, consultant, documentId, today: today(context) })
  if (!report) throw new Response(null, { status: 404 })
  const { document, scores, diagnosis } = report
  const what = `the figures of “${round.title}”`
  await noteExport(context, request, { what, engagementId: engagement.id })
  return Response.json({ document, scores, diagnosis })
}
