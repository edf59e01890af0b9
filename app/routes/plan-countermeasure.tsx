import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { fieldsOf } from '#app/http/fields-of.ts'
import { consultantOf } from '#app/http/principal.server.ts'
import { ownedEntry, takeEntry } from '#app/redesign/plan/entry-route.server.ts'
import { PlanPage } from '#app/redesign/plan/plan-page.tsx'
import { CountermeasureForm } from '#app/redesign/rollout/countermeasure-form.tsx'
import { COUNTERMEASURE_FIELDS, readCountermeasure } from '#app/redesign/rollout/read-rollout-forms.ts'
import appCss from '#app/ui/app.css?url'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta = () => [{ title: 'Countermeasure · Plumbline' }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { engagement, owners, entry } = await ownedEntry(context, params, 'countermeasure')
  const against = new URL(request.url).searchParams.get('against') ?? ''
  return { signedIn: consultantOf(context).name, engagement, owners, entry, against }
}

export function action({ context, params, request }: ActionFunctionArgs) {
  const form = {
    kind: 'countermeasure',
    read: (form: FormData) => readCountermeasure(fieldsOf(form, COUNTERMEASURE_FIELDS)),
  } as const
  return takeEntry(context, params, request, { ...form, back: '/plan/rollout', noun: 'a countermeasure' })
}

export default function PlanCountermeasure() {
  const { signedIn, engagement, ...rest } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  return (
    <PlanPage engagement={engagement} signedIn={signedIn} title="Countermeasure" at="/rollout">
      <CountermeasureForm {...rest} failed={failed} back={`/engagements/${engagement.id}/plan/rollout`} />
    </PlanPage>
  )
}
