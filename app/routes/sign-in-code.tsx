import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { readCookie, sessionCookie } from '#app/http/cookies.server.ts'
import type { SecurityOutcome } from '#app/http/log.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { noteAtDoor } from '#app/http/security-log.server.ts'
import { hashToken } from '#app/http/tokens.server.ts'
import { CodeForm } from '#app/session/code-form.tsx'
import { signInWithCode, waitingConsultant } from '#app/session/sign-in.server.ts'
import { SESSION_SECONDS } from '#app/session/start-session.server.ts'
import appCss from '#app/ui/app.css?url'
import { Page } from '#app/ui/page.tsx'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta = () => [{ title: 'Second factor · Plumbline' }]
/** Remix passes an action’s headers on only where a page says so. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders

async function waitingSession({ context, request }: Pick<LoaderFunctionArgs, 'context' | 'request'>) {
  const token = readCookie(context.config, 'consultant', request.headers.get('cookie') ?? undefined)
  const waitingHash = token ? hashToken(token) : ''
  const consultant = token && (await waitingConsultant(context.db, waitingHash, context.now()))
  if (!consultant) throw redirect('/sign-in')
  return { waitingHash, consultant }
}

export async function loader({ context, request }: LoaderFunctionArgs) {
  await waitingSession({ context, request })
  return null
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { db, config, address } = context
  const { waitingHash, consultant } = await waitingSession({ context, request })
  const code = String((await readForm(request)).get('code') ?? '')
  const attempt = { account: `code ${consultant.id}`, address }
  const wait = await context.limits.signIn.claim(attempt)
  const note = (outcome: SecurityOutcome) =>
    noteAtDoor(context, 'second-factor', { outcome, who: consultant.id })
  if (wait > 0) {
    note('wait')
    const error = `Too many attempts. Please wait ${wait} seconds and try again.`
    return data({ error }, { status: 429, headers: { 'Retry-After': String(wait) } })
  }
  const userAgent = request.headers.get('user-agent') ?? ''
  const keys = { serverSecret: config.secret, now: context.now() }
  const token = await signInWithCode(db, { waitingHash, code, userAgent }, keys)
  note(token ? 'done' : 'refused')
  if (!token) return data({ error: 'This code is not right, or has been used already.' }, { status: 400 })
  await context.limits.signIn.forgive(attempt)
  const cookie = sessionCookie(config, 'consultant', token, SESSION_SECONDS)
  return redirect('/engagements', { status: 303, headers: { 'Set-Cookie': cookie } })
}

export default function SignInCode() {
  const failed = useActionData<typeof action>()
  return (
    <Page
      title="Second factor"
      narrow
      lede="Your password was right. Now the six digits that your authenticator app shows."
    >
      <CodeForm error={failed?.error} />
    </Page>
  )
}
