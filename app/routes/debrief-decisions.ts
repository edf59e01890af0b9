import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { readForm } from '#app/http/read-form.server.ts'
import { takeDecision } from '#app/report/debrief/take-decision.server.ts'
import { ownedRound } from '#app/rounds/owned.server.ts'

/** Whoever opens the address as a page is sent to the page. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const { round } = await ownedRound(context, params.roundId)
  if (round.state === 'draft' || round.state === 'open') throw new Response(null, { status: 404 })
  throw redirect(`/rounds/${round.id}/debrief`)
}

/** What the debrief's script sends: the same form as the page itself. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const taken = await takeDecision(context, params.roundId, await readForm(request))
  if (taken.ok) return Response.json({ revision: taken.revision })
  return Response.json({ revision: taken.revision, errors: taken.errors }, { status: taken.status })
}
