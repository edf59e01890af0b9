import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { sessionCookie } from '#app/http/cookies.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { noteAtDoor } from '#app/http/security-log.server.ts'
import { needsSetUp, setUpWithinLimits } from '#app/session/set-up.server.ts'
import { SetUpForm } from '#app/session/set-up-form.tsx'
import { SESSION_SECONDS } from '#app/session/start-session.server.ts'
import appCss from '#app/ui/app.css?url'
import { Page } from '#app/ui/page.tsx'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta = () => [{ title: 'Set up Plumbline' }]
/** Remix passes an action’s headers on only where a page says so. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders

export async function loader({ context }: LoaderFunctionArgs) {
  if (!(await needsSetUp(context.db))) throw redirect('/sign-in')
  return null
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { db, config, address } = context
  const form = await readForm(request)
  const read = (name: string) => String(form.get(name) ?? '')
  const typed = { name: read('name'), email: read('email'), code: read('code') }
  const filled = { ...typed, password: read('password') }
  const result = await setUpWithinLimits(
    db,
    context.limits.signIn,
    filled,
    { address, expectedCode: config.setupCode },
    context.now(),
  )
  const outcome = result.kind === 'done' || result.kind === 'wait' ? result.kind : 'refused'
  noteAtDoor(context, 'set-up', { outcome })
  if (result.kind === 'wait') {
    const errors = { form: `Too many attempts. Please wait ${result.seconds} seconds and try again.` }
    return data({ typed, errors }, { status: 429, headers: { 'Retry-After': String(result.seconds) } })
  }
  if (result.kind === 'refused') return data({ typed, errors: result.errors }, { status: 400 })
  const cookie = sessionCookie(config, 'consultant', result.token, SESSION_SECONDS)
  return redirect('/engagements', { status: 303, headers: { 'Set-Cookie': cookie } })
}

export default function SetUp() {
  const failed = useActionData<typeof action>()
  return (
    <Page
      title="Set up Plumbline"
      narrow
      lede="You are the first one here. Make the account from which engagements are run."
    >
      <SetUpForm typed={failed?.typed ?? { name: '', email: '', code: '' }} errors={failed?.errors ?? {}} />
    </Page>
  )
}
