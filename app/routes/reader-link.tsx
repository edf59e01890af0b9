import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node'
import { sessionCookie } from '#app/http/cookies.server.ts'
import { isOpenShare, openShare } from '#app/report/share-report.server.ts'
import appCss from '#app/ui/app.css?url'
import { Button } from '#app/ui/button.tsx'

export const handle = { shell: 'plain' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta = () => [{ title: 'A report for you' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const open = await isOpenShare(context.db, params.token ?? '', context.now())
  if (!open) throw new Response(null, { status: 404 })
  return null
}

export async function action({ context, params }: ActionFunctionArgs) {
  const session = await openShare(context.db, params.token ?? '', context.now())
  if (!session) throw new Response(null, { status: 404 })
  return redirect('/report', {
    status: 303,
    headers: { 'Set-Cookie': sessionCookie(context.config, 'reader', session) },
  })
}

/** Says nothing of whom the report is about: links end up in chats and mail scanners. */
export default function ReaderLink() {
  return (
    <main className="door">
      <h1>A confidential report has been shared with you</h1>
      <p>
        It shows how a leadership team answered, in groups. Please keep the link to yourself: whoever has it
        can read the report until it expires.
      </p>
      <form method="post">
        <Button look="main">Open the report</Button>
      </form>
    </main>
  )
}
