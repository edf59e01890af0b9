import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readCookie, sessionCookie } from '#app/http/cookies.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { noteAtDoor } from '#app/http/security-log.server.ts'
import { hashToken } from '#app/http/tokens.server.ts'
import { normaliseEmail } from '#app/session/email.ts'
import { endSession } from '#app/session/end-session.server.ts'
import { needsSetUp } from '#app/session/set-up.server.ts'
import { signInWithinLimits } from '#app/session/sign-in.server.ts'
import { SignInForm } from '#app/session/sign-in-form.tsx'
import { SESSION_SECONDS } from '#app/session/start-session.server.ts'
import appCss from '#app/ui/app.css?url'
import { Page } from '#app/ui/page.tsx'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta = () => [{ title: 'Sign in · Plumbline' }]
/** Remix passes an action’s headers on only where a page says so. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders

const REFUSED = 'The e-mail address and the password do not belong together.'

export async function loader({ context, request }: LoaderFunctionArgs) {
  if (await needsSetUp(context.db)) throw redirect('/setup')
  return { passwordIsNew: new URL(request.url).searchParams.get('password') === 'new' }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { db, config, address } = context
  const form = await readForm(request)
  const email = String(form.get('email') ?? '')
  const userAgent = request.headers.get('user-agent') ?? ''
  const credentials = { email, password: String(form.get('password') ?? ''), address, userAgent }
  const result = await signInWithinLimits(db, context.limits.signIn, credentials, context.now())
  const typed = normaliseEmail(email)
  if (result.kind === 'wait') {
    noteAtDoor(context, 'sign-in', { outcome: 'wait', typed })
    const error = `Too many attempts. Please wait ${result.seconds} seconds and try again.`
    return data({ email, error }, { status: 429, headers: { 'Retry-After': String(result.seconds) } })
  }
  if (result.kind === 'refused') {
    noteAtDoor(context, 'sign-in', { outcome: 'refused', typed })
    return data({ email, error: REFUSED }, { status: 400 })
  }
  const outcome = result.kind === 'code-needed' ? 'code-needed' : 'done'
  noteAtDoor(context, 'sign-in', { outcome, typed, who: result.consultantId, factor: 'password' })
  const former = readCookie(config, 'consultant', request.headers.get('cookie') ?? undefined)
  if (former) await endSession(db, hashToken(former))
  const cookie = sessionCookie(config, 'consultant', result.token, SESSION_SECONDS)
  const onward = result.kind === 'code-needed' ? '/sign-in/code' : '/engagements'
  return redirect(onward, { status: 303, headers: { 'Set-Cookie': cookie } })
}

export default function SignIn() {
  const { passwordIsNew } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  return (
    <Page
      title="Sign in"
      narrow
      lede="For consultants. If you were invited to answer, open your personal link."
    >
      <SignInForm
        email={failed?.email ?? ''}
        errors={failed ? { form: failed.error } : {}}
        passwordIsNew={passwordIsNew}
      />
    </Page>
  )
}
