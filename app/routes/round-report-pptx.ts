import type { LoaderFunctionArgs } from '@remix-run/node'
import { draftQuery } from '#app/report/draft-query.server.ts'
import { loadReport } from '#app/report/load-report.server.ts'
import { deckResponse } from '#app/report/slides/deck-response.server.ts'

export async function loader({ context, params }: LoaderFunctionArgs) {
  const report = await loadReport(context.db, draftQuery(context, params.roundId))
  if (!report) throw new Response(null, { status: 404 })
  return deckResponse(report.document)
}
