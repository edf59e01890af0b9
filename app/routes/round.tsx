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
import liveScript from '#app/rounds/live.browser.js?url'
import { loadMonitor } from '#app/rounds/load-monitor.server.ts'
import { roundInWords } from '#app/rounds/mode-words.ts'
import { inviteLateLeads, openRound, type RoundStep } from '#app/rounds/open-round.server.ts'
import { ownedRound } from '#app/rounds/owned.server.ts'
import { reopenRound } from '#app/rounds/reopen-round.server.ts'
import { RoundMonitor } from '#app/rounds/round-monitor.tsx'
import { noteDown } from '#app/session/audit.server.ts'
import { serviceOf } from '#app/themes/endpoint/endpoint-address.ts'
import { isStillReading, readRound } from '#app/themes/read-round.server.ts'
import appCss from '#app/ui/app.css?url'
import { Page } from '#app/ui/page.tsx'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.monitor.round.title ?? 'Round'} · Plumbline` },
]

const STILL_READING = 'The lines are being compared at this moment: try again in a minute.'

const STEP_WORDS: Record<string, string> = {
  open: 'opened',
  close: 'closed',
  invite: 'invited late leads to',
  reopen: 'opened again',
}

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { round, engagement } = await ownedRound(context, params.roundId)
  const consultantName = consultantOf(context).name
  const monitor = await loadMonitor(
    context.db,
    { round, engagement },
    { consultantName, now: context.now(), mails: context.config.mail !== null },
  )
  const client = { label: engagement.clientName, href: `/engagements/${engagement.id}` }
  return { signedIn: consultantName, client, monitor }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { round } = await ownedRound(context, params.roundId)
  const form = await readForm(request)
  const intent = form.get('intent')
  if (intent === 'reopen' && isStillReading(round.id)) return data({ error: STILL_READING }, 409)
  const step = {
    roundId: round.id,
    consultantId: consultantOf(context).id,
    secret: context.config.secret,
    today: today(context),
    now: context.now(),
    linesGoTo: serviceOf(context.config),
    closesOn: String(form.get('closesOn') ?? ''),
  }
  const steps: Record<string, (db: typeof context.db, taken: typeof step) => Promise<RoundStep>> = {
    open: openRound,
    close: closeRound,
    invite: inviteLateLeads,
    reopen: reopenRound,
  }
  const result = await steps[String(intent)]?.(context.db, step)
  if (!result) throw new Response(null, { status: 400 })
  if (!result.ok) return data({ error: result.error }, 409)
  await noteDown(context, `${STEP_WORDS[String(intent)]} “${round.title}”`, round.engagementId)
  if (intent === 'close') await readRound(context.db, round.id, context.config)
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
      {round.state === 'open' && <script src={liveScript} defer />}
    </Page>
  )
}
