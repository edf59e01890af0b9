import type { RequestContext } from '#app/http/context.server.ts'
import { today } from '#app/http/context.server.ts'
import { consultantOf } from '#app/http/principal.server.ts'
import { type Engagement, type Lead, stillAsked } from '#app/rounds/engagement.ts'
import { ownedEngagement } from '#app/rounds/owned.server.ts'
import { listLeads } from '#db/leads.ts'
import { loadPlan } from '#db/plan-entries.ts'
import type { PlanChanger } from './change-plan.server.ts'
import { ownerNames } from './owner-names.ts'
import type { Plan } from './plan.ts'

type Asking = Pick<RequestContext, 'db' | 'principal' | 'now'>

export interface OwnedPlan {
  engagement: Engagement
  leads: Lead[]
  plan: Plan
  /** Who can be named as an owner: people first, then roles. */
  owners: string[]
}

/** The plan of an engagement that the consultant may open, or 404. */
export async function ownedPlan(context: Asking, engagementId: string | undefined): Promise<OwnedPlan> {
  const engagement = await ownedEngagement(context, engagementId)
  const leads = stillAsked(await listLeads(context.db, engagement.id))
  const plan = await loadPlan(context.db, engagement.id)
  return { engagement, leads, plan, owners: ownerNames(leads, engagement.roles) }
}

export function planChanger(context: Asking, engagementId: string): PlanChanger {
  return { engagementId, by: consultantOf(context).name, on: today(context) }
}
