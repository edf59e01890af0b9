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
import debriefCss from '#app/report/debrief/debrief.css?url'
import countScript from '#app/report/debrief/revote/count.browser.js?url'
import { loadRevotes } from '#app/report/debrief/revote/load-revotes.server.ts'
import { takeVoteStep } from '#app/report/debrief/revote/take-vote-step.server.ts'
import { VotesView } from '#app/report/debrief/revote/votes-view.tsx'

export const handle = { shell: 'plain' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: debriefCss }]
export const meta: MetaFunction = () => [{ title: 'A vote in the room · Plumbline' }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const construct = new URL(request.url).searchParams.get('construct') ?? ''
  return { ...(await loadRevotes(context, params.roundId)), construct }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const step = await takeVoteStep(context, params.roundId, await readForm(request))
  if (!step.ok) return data({ error: step.error }, step.status)
  return redirect(`/rounds/${params.roundId}/revote`, 303)
}

export default function RevoteRoute() {
  const page = useLoaderData<typeof loader>()
  return (
    <>
      <VotesView {...page} error={useActionData<typeof action>()?.error} />
      {page.open && <script src={countScript} defer />}
    </>
  )
}
