import type { LoaderFunctionArgs } from '@remix-run/node'
import { today } from '#app/http/context.server.ts'
import { consultantOf } from '#app/http/principal.server.ts'
import { loadReport } from '#app/report/load-report.server.ts'
import { pdfResponse } from '#app/report/pdf-response.server.ts'
import { documentIdOf } from '#app/report/publish-report.server.ts'
import { viewersReport } from '#app/report/viewers-report.server.ts'
import { ownedRound } from '#app/rounds/owned.server.ts'
import { mayActAs } from '#app/session/consultant.ts'

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const consultant = consultantOf(context)
  const roundId = params.roundId ?? ''
  if (!mayActAs(consultant.role, 'consultant')) {
    const { round } = await ownedRound(context, roundId)
    const published = await viewersReport(context.db, round.id)
    if (!published) throw new Response(null, { status: 404 })
    return pdfResponse(published, request)
  }
  const documentId = documentIdOf(roundId, 0)
  const report = await loadReport(context.db, { roundId, consultant, documentId, today: today(context) })
  if (!report) throw new Response(null, { status: 404 })
  return pdfResponse(report.document, request)
}
