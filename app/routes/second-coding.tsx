import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { today } from '#app/http/context.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { coderAgreement } from '#app/scoring/coder-agreement.ts'
import { ownedCoding } from '#app/themes/owned-coding.server.ts'
import { startSecondCoding } from '#app/themes/second/code-second.server.ts'
import { loadSecondItems } from '#app/themes/second/load-second.server.ts'
import { SecondOverview } from '#app/themes/second/second-overview.tsx'
import appCss from '#app/ui/app.css?url'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Page } from '#app/ui/page.tsx'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta: MetaFunction = () => [{ title: 'Second coding · Plumbline' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { coding, consultant } = await ownedCoding(context, params.roundId)
  const { round, clientName } = coding
  const loaded = await loadSecondItems(context.db, coding, coderAgreement)
  return { round, clientName, ...loaded, signedIn: consultant.name }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { coding } = await ownedCoding(context, params.roundId)
  const step = { roundId: coding.round.id, today: today(context) }
  const result = await startSecondCoding(context.db, step, await readForm(request))
  if (!result.ok) return data({ error: result.error }, { status: 400 })
  return redirect(`/rounds/${coding.round.id}/themes/second`, 303)
}

export default function SecondCodingRoute() {
  const { round, clientName, second, items, signedIn } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const trail = [
    { label: `${clientName}: ${round.title}`, href: `/rounds/${round.id}` },
    { label: 'Themes', href: `/rounds/${round.id}/themes` },
  ]
  return (
    <Page title="Second coding" signedIn={signedIn} trail={trail}>
      {refused && <ErrorSummary errors={{ coder: refused.error }} />}
      <SecondOverview roundId={round.id} second={second} items={items} />
    </Page>
  )
}
