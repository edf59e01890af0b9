import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { noSuchLink } from '#app/http/no-such-link.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { noteAtDoor } from '#app/http/security-log.server.ts'
import { tellAccount } from '#app/session/mail-account.server.ts'
import { ResetForm } from '#app/session/reset-form.tsx'
import { resetBehind, resetPassword } from '#app/session/reset-password.server.ts'
import appCss from '#app/ui/app.css?url'
import { Page } from '#app/ui/page.tsx'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta = () => [{ title: 'A new password · Plumbline' }]

/** Opening the link does nothing yet: mail scanners follow links, too. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const consultant = await resetBehind(context.db, params.token ?? '', context.now())
  if (!consultant) throw noSuchLink(context)
  return { email: consultant.email }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const password = String((await readForm(request)).get('password') ?? '')
  const result = await resetPassword(context.db, params.token ?? '', password, context.now())
  if (!result) throw noSuchLink(context)
  if (!result.ok) return data({ error: result.error }, 400)
  const { consultant } = result
  noteAtDoor(context, 'password-changed', { outcome: 'done', by: 'link', who: consultant.id })
  tellAccount(context, consultant, 'password-by-link')
  return redirect('/sign-in?password=new', 303)
}

export default function Reset() {
  const { email } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <Page
      title="A new password"
      narrow
      lede="All your sessions end with it. Then sign in as usual, with your second factor if you have one."
    >
      <ResetForm email={email} error={refused?.error} />
    </Page>
  )
}
