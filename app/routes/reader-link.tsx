import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { sessionCookie } from '#app/http/cookies.server.ts'
import { noteSecurity } from '#app/http/log.server.ts'
import { noSuchLink } from '#app/http/no-such-link.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { enterShare, shareDoor } from '#app/report/share-report.server.ts'
import appCss from '#app/ui/app.css?url'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'

export const handle = { shell: 'plain' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta = () => [{ title: 'A report for you' }]

/** A page takes over no header of its action by itself. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders

export async function loader({ context, params }: LoaderFunctionArgs) {
  const door = await shareDoor(context.db, params.token ?? '', context.now())
  if (!door) throw noSuchLink(context)
  return door
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const passphrase = String((await readForm(request)).get('passphrase') ?? '')
  const asked = { token: params.token ?? '', passphrase }
  const entered = await enterShare(context.db, context.limits.passphrase, asked, context.now())
  switch (entered.kind) {
    case 'gone':
      throw noSuchLink(context)
    case 'refused':
      noteSecurity('passphrase', { outcome: 'refused' })
      return data({ error: 'This is not the passphrase of this link.' }, 400)
    case 'wait': {
      noteSecurity('passphrase', { outcome: 'wait' })
      const minutes = Math.ceil(entered.seconds / 60)
      const error = `Too many tries. Please wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`} and try again.`
      return data({ error }, { status: 429, headers: { 'Retry-After': String(entered.seconds) } })
    }
    case 'open':
      return redirect('/report', {
        status: 303,
        headers: { 'Set-Cookie': sessionCookie(context.config, 'reader', entered.session) },
      })
  }
}

/** Says nothing of whom the report is about: links end up in chats and mail scanners. */
export default function ReaderLink() {
  const { needsPassphrase } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  return (
    <main className="door">
      <h1>A confidential report has been shared with you</h1>
      <p>
        It shows how a leadership team answered, in groups. Please keep the link to yourself: whoever has it
        {needsPassphrase ? ' and knows the passphrase ' : ' '}
        can read the report until it expires.
      </p>
      <form method="post" className="form">
        {needsPassphrase && (
          <Field
            name="passphrase"
            type="password"
            label="Passphrase"
            hint="You were given it apart from this link."
            error={failed?.error}
            autoComplete="off"
            required
          />
        )}
        <Button look="main">Open the report</Button>
      </form>
    </main>
  )
}
