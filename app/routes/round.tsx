import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { today } from '#app/http/context.server.ts'
import { consultantOf } from '#app/http/principal.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { closeRound } from '#app/rounds/close-round.server.ts'
import { loadMonitor } from '#app/rounds/load-monitor.server.ts'
import { roundInWords } from '#app/rounds/mode-words.ts'
import { inviteLateLeads, openRound } from '#app/rounds/open-round.server.ts'
import { ownedRound } from '#app/rounds/owned.server.ts'
import { RoundMonitor } from '#app/rounds/round-monitor.tsx'
import { proposeCodebook } from '#app/themes/propose-codebook.server.ts'
import appCss from '#app/ui/app.css?url'
import { Page } from '#app/ui/page.tsx'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.monitor.round.title ?? 'Round'} · Plumbline` },
]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { round, engagement } = await ownedRound(context, params.roundId)
  const consultantName = consultantOf(context).name
  const monitor = await loadMonitor(
    context.db,
    { round, engagement },
    { consultantName, today: today(context) },
  )
  const client = { label: engagement.clientName, href: `/engagements/${engagement.id}` }
  return { signedIn: consultantName, client, monitor }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { round } = await ownedRound(context, params.roundId)
  const intent = (await readForm(request)).get('intent')
  const step = {
    roundId: round.id,
    consultantId: consultantOf(context).id,
    secret: context.config.secret,
    today: today(context),
  }
  const steps: Record<string, typeof openRound> = {
    open: openRound,
    close: closeRound,
    invite: inviteLateLeads,
  }
  const result = await steps[String(intent)]?.(context.db, step)
  if (!result) throw new Response(null, { status: 400 })
  if (!result.ok) return data({ error: result.error }, 409)
  if (intent === 'close') await proposeCodebook(context.db, round.id)
  const onward = {
    open: context.config.mail ? '/mail' : '/links',
    invite: context.config.mail ? '/mail' : '/links',
  }
  return redirect(`/rounds/${round.id}${onward[intent as keyof typeof onward] ?? ''}`, 303)
}

export default function RoundPage() {
  const { signedIn, client, monitor } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const { round } = monitor
  const trail = [{ label: 'Engagements', href: '/engagements' }, client]
  return (
    <Page title={round.title} signedIn={signedIn} trail={trail} lede={roundInWords(round)}>
      <RoundMonitor {...monitor} error={failed?.error} />
    </Page>
  )
}
