import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { fieldsOf } from '#app/http/fields-of.ts'
import { consultantOf } from '#app/http/principal.server.ts'
import { ownedEntry, takeEntry } from '#app/redesign/plan/entry-route.server.ts'
import { loadFindings } from '#app/redesign/plan/load-findings.server.ts'
import { PlanPage } from '#app/redesign/plan/plan-page.tsx'
import { draftStages } from '#app/redesign/rollout/draft-stages.ts'
import { readStage, STAGE_FIELDS } from '#app/redesign/rollout/read-rollout-forms.ts'
import { StageForm } from '#app/redesign/rollout/stage-form.tsx'
import appCss from '#app/ui/app.css?url'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta = () => [{ title: 'Step of the rollout · Plumbline' }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { engagement, owners, entry } = await ownedEntry(context, params, 'stage')
  const asked = new URL(request.url).searchParams
  const scores = asked.has('stage') ? ((await loadFindings(context.db, engagement))?.scores ?? null) : null
  const draft = draftStages(scores).find(
    ({ stage, unit }) => stage === asked.get('stage') && unit === asked.get('unit'),
  )
  return { signedIn: consultantOf(context).name, engagement, owners, entry, draft: draft ?? null }
}

export function action({ context, params, request }: ActionFunctionArgs) {
  const form = {
    kind: 'stage',
    back: '/plan/rollout',
    noun: 'a step of the rollout',
    read: (form: FormData) => readStage(fieldsOf(form, STAGE_FIELDS)),
  } as const
  return takeEntry(context, params, request, form)
}

export default function PlanStage() {
  const { signedIn, engagement, ...rest } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  return (
    <PlanPage engagement={engagement} signedIn={signedIn} title="Step of the rollout" at="/rollout">
      <StageForm {...rest} failed={failed} back={`/engagements/${engagement.id}/plan/rollout`} />
    </PlanPage>
  )
}
