import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { sessionCookie } from '#app/http/cookies.server.ts'
import { fieldsOf } from '#app/http/fields-of.ts'
import { noSuchLink } from '#app/http/no-such-link.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { noteAtDoor } from '#app/http/security-log.server.ts'
import { invitationBehind, joinWorkspace } from '#app/session/invite-consultant.server.ts'
import { JoinForm } from '#app/session/join-form.tsx'
import { SESSION_SECONDS } from '#app/session/start-session.server.ts'
import appCss from '#app/ui/app.css?url'
import { Page } from '#app/ui/page.tsx'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta = () => [{ title: 'Join the workspace · Plumbline' }]

/** Opening the link does nothing yet: mail scanners follow links, too. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const invitation = await invitationBehind(context.db, params.token ?? '', context.now())
  if (!invitation) throw noSuchLink(context)
  return { email: invitation.email }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request)
  const typed = fieldsOf(form, ['name', 'password'])
  const userAgent = request.headers.get('user-agent') ?? ''
  const result = await joinWorkspace(context.db, params.token ?? '', { ...typed, userAgent }, context.now())
  if (!result) throw noSuchLink(context)
  if (!result.ok) return data({ name: typed.name, errors: result.errors }, { status: 400 })
  noteAtDoor(context, 'join', { outcome: 'done', who: result.consultantId })
  const cookie = sessionCookie(context.config, 'consultant', result.token, SESSION_SECONDS)
  return redirect('/account', { status: 303, headers: { 'Set-Cookie': cookie } })
}

export default function Join() {
  const { email } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  return (
    <Page title="Join the workspace" narrow lede="Make your account. Nobody but you will know the password.">
      <JoinForm email={email} name={failed?.name ?? ''} errors={failed?.errors ?? {}} />
    </Page>
  )
}
