import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node'
import { sessionCookie } from '#app/http/cookies.server.ts'
import { noSuchLink } from '#app/http/no-such-link.server.ts'
import { followProgress, leadsToProgress } from '#app/redesign/commitments/share-progress.server.ts'
import appCss from '#app/ui/app.css?url'
import { Button } from '#app/ui/button.tsx'

export const handle = { shell: 'plain' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta = () => [{ title: 'Progress' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  if (!(await leadsToProgress(context.db, params.token ?? '', context.now()))) throw noSuchLink(context)
  return null
}

export async function action({ context, params }: ActionFunctionArgs) {
  const session = await followProgress(context.db, params.token ?? '', context.now())
  if (session === null) throw noSuchLink(context)
  const headers = { 'Set-Cookie': sessionCookie(context.config, 'follower', session) }
  return redirect('/progress', { status: 303, headers })
}

/** Says nothing of whom it is about: links end up in chats and mail scanners. */
export default function ProgressLink() {
  return (
    <main className="door">
      <h1>The progress of a plan has been shared with you</h1>
      <p>
        It shows what a leadership team has decided, who sees to it and by when. Whoever has this link can
        read it until it expires, so please keep it to yourself.
      </p>
      <form method="post" className="form">
        <Button look="main">Open it</Button>
      </form>
    </main>
  )
}
