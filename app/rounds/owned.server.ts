import type { RequestContext } from '#app/http/context.server.ts'
import { consultantOf } from '#app/http/principal.server.ts'
import { findEngagement } from '#db/engagements.ts'
import { findLead } from '#db/leads.ts'
import { findRound } from '#db/rounds.ts'
import type { Engagement, Lead } from './engagement.ts'
import type { Round } from './round.ts'

type Asking = Pick<RequestContext, 'db' | 'principal'>

/** The engagement, if it belongs to who asks. Somebody else's and none at all are the same 404. */
export async function ownedEngagement(context: Asking, id: string | undefined): Promise<Engagement> {
  const consultantId = consultantOf(context).id
  const engagement = await findEngagement(context.db, { id: id ?? '', consultantId })
  if (!engagement) throw new Response(null, { status: 404 })
  return engagement
}

export async function ownedLead(
  context: Asking,
  params: { engagementId?: string; leadId?: string },
): Promise<{ engagement: Engagement; lead: Lead }> {
  const engagement = await ownedEngagement(context, params.engagementId)
  const lead = await findLead(context.db, { id: params.leadId ?? '', engagementId: engagement.id })
  if (!lead) throw new Response(null, { status: 404 })
  return { engagement, lead }
}

export async function ownedRound(
  context: Asking,
  id: string | undefined,
): Promise<{ round: Round; engagement: Engagement }> {
  const found = await findRound(context.db, { id: id ?? '', consultantId: consultantOf(context).id })
  if (!found) throw new Response(null, { status: 404 })
  return found
}
