import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { fieldsOf } from '#app/http/fields-of.ts'
import { consultantOf } from '#app/http/principal.server.ts'
import type { Decision } from '#app/redesign/commitments/decision.ts'
import { DecisionForm } from '#app/redesign/commitments/decision-form.tsx'
import { DECISION_FIELDS, readDecision } from '#app/redesign/commitments/read-decision.ts'
import { ownedEntry, takeEntry } from '#app/redesign/plan/entry-route.server.ts'
import { PlanPage } from '#app/redesign/plan/plan-page.tsx'
import appCss from '#app/ui/app.css?url'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta = () => [{ title: 'Decision · Plumbline' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { engagement, owners, entry } = await ownedEntry(context, params, 'decision')
  return { signedIn: consultantOf(context).name, engagement, owners, entry }
}

export function action({ context, params, request }: ActionFunctionArgs) {
  const form = {
    kind: 'decision',
    read: (form: FormData, before: Decision | null) => readDecision(fieldsOf(form, DECISION_FIELDS), before),
  } as const
  return takeEntry(context, params, request, { ...form, back: '/plan/commitments', noun: 'a decision' })
}

export default function PlanDecision() {
  const { signedIn, engagement, ...rest } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  return (
    <PlanPage engagement={engagement} signedIn={signedIn} title="Decision" at="/commitments">
      <DecisionForm {...rest} failed={failed} back={`/engagements/${engagement.id}/plan/commitments`} />
    </PlanPage>
  )
}
