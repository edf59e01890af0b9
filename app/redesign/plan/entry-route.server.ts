import { data, redirect } from '@remix-run/node'
import type { RequestContext } from '#app/http/context.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { ownedEngagement } from '#app/rounds/owned.server.ts'
import { noteDown } from '#app/session/audit.server.ts'
import { type OwnedPlan, ownedPlan } from './owned-plan.server.ts'
import type { PlanEntry, PlanKind } from './plan.ts'
import { type PlanForm, takePlanForm } from './take-plan-form.server.ts'

type Asking = Pick<RequestContext, 'db' | 'principal' | 'now'>

interface EntryParams {
  engagementId?: string
  /** Id of the entry, or `new`. */
  entryId?: string
}

/** The plan and the entry that a page is about; null for one that is still to be written, 404 for one that is not there. */
export async function ownedEntry<Kind extends PlanKind>(
  context: Asking,
  { engagementId, entryId }: EntryParams,
  kind: Kind,
): Promise<OwnedPlan & { entry: PlanEntry<Kind> | null }> {
  const owned = await ownedPlan(context, engagementId)
  const entries: readonly PlanEntry<Kind>[] = owned.plan[kind]
  const entry = entries.find(({ id }) => id === entryId) ?? null
  if (!entry && entryId !== 'new') throw new Response(null, { status: 404 })
  return { ...owned, entry }
}

interface EntryRoute<Kind extends PlanKind> extends PlanForm<Kind> {
  /** The page of the list, under the engagement: `/plan/rollout`. */
  back: string
  /** As the log calls it: "a step of the rollout". */
  noun: string
}

const ACTS = { added: 'added', changed: 'changed', removed: 'took out' } as const

/** What the form of one entry does: back to its list, or what was typed with what is wrong about it. */
export async function takeEntry<Kind extends PlanKind>(
  context: Asking,
  params: EntryParams,
  request: Request,
  route: EntryRoute<Kind>,
) {
  return takeEntryForm(context, params, await readForm(request), route)
}

/** The same with a form that was read already. */
export async function takeEntryForm<Kind extends PlanKind>(
  context: Asking,
  { engagementId }: EntryParams,
  sent: FormData,
  { back, noun, ...form }: EntryRoute<Kind>,
) {
  const engagement = await ownedEngagement(context, engagementId)
  const taken = await takePlanForm(context, engagement.id, sent, form)
  if (!taken.ok) return data(taken, taken.status)
  await noteDown(context, `${ACTS[taken.act]} ${noun} of the plan`, engagement.id)
  throw redirect(`/engagements/${engagement.id}${back}`, 303)
}
