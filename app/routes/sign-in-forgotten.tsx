import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readForm } from '#app/http/read-form.server.ts'
import { askForReset } from '#app/session/ask-reset.server.ts'
import { ForgottenByHand, ForgottenForm, ForgottenSent } from '#app/session/forgotten-form.tsx'
import { RESET_MINUTES } from '#app/session/reset-password.server.ts'
import appCss from '#app/ui/app.css?url'
import { Page } from '#app/ui/page.tsx'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta = () => [{ title: 'A new password · Plumbline' }]
/** Remix passes an action’s headers on only where a page says so. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders

const SENT = '/sign-in/forgotten?sent=yes'

export function loader({ context, request }: LoaderFunctionArgs) {
  const sent = new URL(request.url).searchParams.get('sent') === 'yes'
  return { mails: context.config.mail !== null, sent, minutes: RESET_MINUTES }
}

export async function action({ context, request }: ActionFunctionArgs) {
  if (!context.config.mail) throw redirect('/sign-in/forgotten', 303)
  const email = String((await readForm(request)).get('email') ?? '')
  const asked = askForReset(context, email)
  if (asked.kind === 'asked') return redirect(SENT, 303)
  const { error, seconds } = asked
  const waits = { status: 429, headers: { 'Retry-After': String(seconds) } }
  return data({ email, error }, seconds > 0 ? waits : { status: 400 })
}

export default function SignInForgotten() {
  const { mails, sent, minutes } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <Page title="A new password" narrow lede="For consultants who have forgotten theirs.">
      {!mails && <ForgottenByHand />}
      {mails && sent && !refused && <ForgottenSent minutes={minutes} />}
      {mails && (!sent || refused) && <ForgottenForm email={refused?.email ?? ''} error={refused?.error} />}
    </Page>
  )
}
