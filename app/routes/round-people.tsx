import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { today } from '#app/http/context.server.ts'
import { consultantOf } from '#app/http/principal.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { ownedRound } from '#app/rounds/owned.server.ts'
import { RoundPeople } from '#app/rounds/round-people.tsx'
import { toldPlaces } from '#app/rounds/told-places.server.ts'
import { restorePlace, withdrawPlace } from '#app/rounds/withdraw-place.server.ts'
import { noteDown } from '#app/session/audit.server.ts'
import appCss from '#app/ui/app.css?url'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Page } from '#app/ui/page.tsx'
import { listWithdrawnPlaces } from '#db/participations.ts'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta = () => [{ title: 'People of the round · Plumbline' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { round, engagement } = await ownedRound(context, params.roundId)
  if (round.state !== 'open') throw redirect(`/rounds/${round.id}`)
  return {
    signedIn: consultantOf(context).name,
    round: { id: round.id, title: round.title },
    engagement: { id: engagement.id, departments: engagement.departments },
    places: await toldPlaces(context.db, round, context.now()),
    withdrawn: await listWithdrawnPlaces(context.db, round.id),
  }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { round } = await ownedRound(context, params.roundId)
  const form = await readForm(request)
  const steps = { withdraw: withdrawPlace, restore: restorePlace }
  const intent = String(form.get('intent'))
  const step = Object.hasOwn(steps, intent) ? steps[intent as keyof typeof steps] : null
  if (!step) throw new Response(null, { status: 400 })
  const result = await step(context.db, round, {
    participationId: String(form.get('participationId') ?? ''),
    secret: context.config.secret,
    today: today(context),
  })
  if (!result.ok) return data({ error: result.error }, 409)
  const words = intent === 'withdraw' ? 'withdrew the place of' : 'gave a place back to'
  await noteDown(context, `${words} ${result.name} in “${round.title}”`, round.engagementId)
  return redirect(`/rounds/${round.id}/people`, 303)
}

export default function RoundPeoplePage() {
  const { signedIn, round, ...people } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <Page
      title="People of this round"
      signedIn={signedIn}
      trail={[{ label: round.title, href: `/rounds/${round.id}` }]}
      lede="Correct a name or an address, let somebody else take a place, or take a place back. Answers that were handed in are never touched."
    >
      <ErrorSummary errors={refused ? { people: refused.error } : {}} />
      <RoundPeople {...people} />
    </Page>
  )
}
