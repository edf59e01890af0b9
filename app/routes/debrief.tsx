import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readForm } from '#app/http/read-form.server.ts'
import { asTyped } from '#app/report/debrief/as-typed.ts'
import debriefScript from '#app/report/debrief/debrief.browser.js?url'
import debriefCss from '#app/report/debrief/debrief.css?url'
import type { Debrief } from '#app/report/debrief/debrief.ts'
import { DebriefView } from '#app/report/debrief/debrief-view.tsx'
import decisionsScript from '#app/report/debrief/decisions.browser.js?url'
import { loadDebrief } from '#app/report/debrief/load-debrief.server.ts'
import { takeDecision } from '#app/report/debrief/take-decision.server.ts'
import { NotPublished } from '#app/report/not-published.tsx'

export const handle = { shell: 'plain' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: debriefCss }]
export const meta: MetaFunction = () => [{ title: 'Debrief · Plumbline' }]

export function loader({ context, params }: LoaderFunctionArgs) {
  return loadDebrief(context, params.roundId)
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const taken = await takeDecision(context, params.roundId, await readForm(request))
  if (!taken.ok) return data(taken, taken.status)
  return redirect(`/rounds/${taken.roundId}/debrief#closing`, 303)
}

export default function DebriefRoute() {
  const { debrief, forms, ...page } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  if (!debrief) return <NotPublished roundId={page.roundId} />
  const again = refused && asTyped(forms, refused)
  return (
    <>
      <DebriefView
        {...page}
        debrief={debrief as Debrief}
        forms={again?.forms ?? forms}
        refused={again && refused && { entry: again.entry, errors: refused.errors }}
      />
      <script src={decisionsScript} defer />
      <script src={debriefScript} defer />
    </>
  )
}
