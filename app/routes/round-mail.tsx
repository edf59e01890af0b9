import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { today } from '#app/http/context.server.ts'
import { consultantOf } from '#app/http/principal.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { loadMail } from '#app/rounds/mail/load-mail.server.ts'
import { MailPage } from '#app/rounds/mail/mail-page.tsx'
import { sendStep } from '#app/rounds/mail/send-step.server.ts'
import { ownedRound } from '#app/rounds/owned.server.ts'
import { noteDown } from '#app/session/audit.server.ts'
import appCss from '#app/ui/app.css?url'
import { Page } from '#app/ui/page.tsx'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta = () => [{ title: 'Mail · Plumbline' }]

const ACT_WORDS: Record<string, string> = {
  invite: 'sent invitations',
  remind: 'sent reminders',
  again: 'sent a mail again',
  withdraw: 'took mails out of the queue',
}

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { round } = await ownedRound(context, params.roundId)
  if (round.state !== 'open') throw redirect(`/rounds/${round.id}`)
  const mail = await loadMail(context.db, round, context.now())
  return {
    signedIn: consultantOf(context).name,
    round: { id: round.id, title: round.title, closesOn: round.closesOn },
    configured: context.config.mail !== null,
    mail,
  }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { round } = await ownedRound(context, params.roundId)
  const form = await readForm(request)
  const step = { intent: String(form.get('intent')), mailId: String(form.get('mailId') ?? '') }
  const done =
    round.state === 'open' &&
    context.config.mail !== null &&
    (await sendStep(context.db, round.id, step, { now: context.now(), today: today(context) }))
  if (!done) throw new Response(null, { status: 400 })
  context.wakeMailer()
  await noteDown(context, `${ACT_WORDS[step.intent]} (“${round.title}”)`, round.engagementId)
  return redirect(`/rounds/${round.id}/mail`, 303)
}

export default function RoundMail() {
  const { signedIn, round, configured, mail } = useLoaderData<typeof loader>()
  return (
    <Page
      title="Mail"
      signedIn={signedIn}
      trail={[{ label: round.title, href: `/rounds/${round.id}` }]}
      lede="Invitations and reminders, one lead at a time. What the mail server said stands beside each."
    >
      <MailPage roundId={round.id} closesOn={round.closesOn} configured={configured} mail={mail} />
    </Page>
  )
}
