import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { today } from '#app/http/context.server.ts'
import { fieldsOf } from '#app/http/fields-of.ts'
import { consultantOf } from '#app/http/principal.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { loadKeeping, takeKeepingStep } from '#app/rounds/keeping/keeping-page.server.ts'
import { KeepingView } from '#app/rounds/keeping/keeping-view.tsx'
import { ownedRound } from '#app/rounds/owned.server.ts'
import { noteDown } from '#app/session/audit.server.ts'
import appCss from '#app/ui/app.css?url'
import { Page } from '#app/ui/page.tsx'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta = () => [{ title: 'How long answers are kept · Plumbline' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { round } = await ownedRound(context, params.roundId)
  const keeping = await loadKeeping(context.db, round, today(context))
  return { signedIn: consultantOf(context).name, keeping }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { round } = await ownedRound(context, params.roundId)
  const typed = fieldsOf(await readForm(request), ['intent', 'keepUntil'])
  const step = await takeKeepingStep(context.db, round, typed, today(context))
  if (!step.ok) return data({ error: step.error, typed: typed.keepUntil }, 400)
  await noteDown(context, step.words, round.engagementId)
  return redirect(typed.intent === 'delete' ? `/rounds/${round.id}/keeping` : `/rounds/${round.id}`, 303)
}

export default function RoundKeeping() {
  const { signedIn, keeping } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const trail = [{ label: keeping.round.title, href: `/rounds/${keeping.round.id}` }]
  return (
    <Page title="How long answers are kept" signedIn={signedIn} trail={trail} narrow>
      <KeepingView {...keeping} {...failed} />
    </Page>
  )
}
