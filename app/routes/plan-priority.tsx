import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { today } from '#app/http/context.server.ts'
import { consultantOf } from '#app/http/principal.server.ts'
import { ownedEntry } from '#app/redesign/plan/entry-route.server.ts'
import { loadFindings } from '#app/redesign/plan/load-findings.server.ts'
import { PlanPage } from '#app/redesign/plan/plan-page.tsx'
import { draftPriorities } from '#app/redesign/priorities/draft-priorities.ts'
import { givesWay } from '#app/redesign/priorities/gives-way.ts'
import { PriorityForm } from '#app/redesign/priorities/priority-form.tsx'
import { priorityLimit } from '#app/redesign/priorities/priority-limit.ts'
import { takePriority } from '#app/redesign/priorities/take-priority.server.ts'
import appCss from '#app/ui/app.css?url'
import { listPlanChanges } from '#db/plan-entries.ts'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta = () => [{ title: 'Priority · Plumbline' }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { engagement, plan, owners, entry } = await ownedEntry(context, params, 'priority')
  const scores = (await loadFindings(context.db, engagement))?.scores ?? null
  const take = new URL(request.url).searchParams.get('take')
  const name = scores ? draftPriorities(scores).find((draft) => draft.name === take)?.name : undefined
  return {
    signedIn: consultantOf(context).name,
    engagement: { id: engagement.id, clientName: engagement.clientName },
    owners,
    entry,
    draft: name ? { outcome: name, draftedFrom: name } : {},
    others: plan.priority,
    asked: givesWay({
      priorities: plan.priority,
      changes: await listPlanChanges(context.db, engagement.id),
      limit: priorityLimit(scores).limit,
      today: today(context),
    }),
  }
}

export function action({ context, params, request }: ActionFunctionArgs) {
  return takePriority(context, params, request)
}

export default function PlanPriority() {
  const { signedIn, engagement, ...form } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  return (
    <PlanPage
      engagement={engagement}
      signedIn={signedIn}
      title={form.entry ? 'Change a priority' : 'A new priority'}
      at="/priorities"
    >
      <PriorityForm {...form} failed={failed} back={`/engagements/${engagement.id}/plan/priorities`} />
    </PlanPage>
  )
}
