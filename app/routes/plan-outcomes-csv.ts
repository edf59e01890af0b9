import type { LoaderFunctionArgs } from '@remix-run/node'
import { attachmentHeaders } from '#app/http/attachment.ts'
import { writeOutcomes } from '#app/redesign/outcomes/write-outcomes.server.ts'
import { ownedPlan } from '#app/redesign/plan/owned-plan.server.ts'
import { noteDown } from '#app/session/audit.server.ts'

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { engagement, plan } = await ownedPlan(context, params.engagementId)
  await noteDown(context, 'exported the objectives and key results', engagement.id)
  const fileName = `${engagement.clientName} outcomes.csv`
  return new Response(writeOutcomes(plan), {
    headers: attachmentHeaders({ fileName, type: 'text/csv; charset=utf-8' }),
  })
}
