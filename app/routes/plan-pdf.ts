import type { LoaderFunctionArgs } from '@remix-run/node'
import { today } from '#app/http/context.server.ts'
import { consultantOf } from '#app/http/principal.server.ts'
import { pdfResponse } from '#app/report/pdf-response.server.ts'
import { loadPlanDocument } from '#app/report/plan/load-plan-document.server.ts'
import { ownedEngagement } from '#app/rounds/owned.server.ts'

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const engagement = await ownedEngagement(context, params.engagementId)
  const document = await loadPlanDocument(context.db, engagement, consultantOf(context), today(context))
  if (!document) throw new Response(null, { status: 404 })
  return pdfResponse(document, request)
}
