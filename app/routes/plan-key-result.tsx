import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { fieldsOf } from '#app/http/fields-of.ts'
import { consultantOf } from '#app/http/principal.server.ts'
import checkScript from '#app/redesign/outcomes/check.browser.js?url'
import { KeyResultForm } from '#app/redesign/outcomes/key-result-form.tsx'
import { KEY_RESULT_FIELDS, readKeyResultForm } from '#app/redesign/outcomes/read-outcome-forms.ts'
import { ownedEntry, takeEntry } from '#app/redesign/plan/entry-route.server.ts'
import { PlanPage } from '#app/redesign/plan/plan-page.tsx'
import appCss from '#app/ui/app.css?url'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta = () => [{ title: 'Key result · Plumbline' }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { engagement, plan, owners, entry } = await ownedEntry(context, params, 'key-result')
  const objectiveId = new URL(request.url).searchParams.get('objective') ?? ''
  const teams = engagement.departments.map(({ name }) => name)
  const { name } = consultantOf(context)
  return { signedIn: name, engagement, objectives: plan.objective, owners, teams, entry, objectiveId }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { plan } = await ownedEntry(context, params, 'key-result')
  return takeEntry(context, params, request, {
    kind: 'key-result',
    back: '/plan/outcomes',
    noun: 'a key result',
    read: (form, before) => readKeyResultForm(fieldsOf(form, KEY_RESULT_FIELDS), plan, before),
  })
}

export default function PlanKeyResult() {
  const { signedIn, engagement, ...rest } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const back = `/engagements/${engagement.id}/plan/outcomes`
  return (
    <PlanPage engagement={engagement} signedIn={signedIn} title="Key result" at="/outcomes">
      <KeyResultForm {...rest} failed={failed} back={back} check={`${back}/check`} />
      <script src={checkScript} defer />
    </PlanPage>
  )
}
