import type { LinksFunction } from '@remix-run/node'
import appCss from '#app/ui/app.css?url'

export const handle = { shell: 'plain' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta = () => [{ title: 'Please open your link again' }]

export default function LinkNeeded() {
  return (
    <main className="door">
      <h1>Please open your personal link again</h1>
      <p>
        This browser is not signed in any more, or never was. The link in your invitation brings you back to
        where you were: what was saved is still there, and it tells you whether your answers are handed in.
      </p>
      <p>
        Were you sent a letter? <a href="/code">Type the code</a> that is printed on it.
      </p>
    </main>
  )
}
