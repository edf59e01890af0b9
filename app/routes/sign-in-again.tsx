import { type ActionFunctionArgs, data, type LinksFunction, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { keepForm } from '#app/session/kept-form.server.ts'
import { KeptFormView } from '#app/session/kept-form-view.tsx'
import { IDLE_MINUTES } from '#app/session/last-use.server.ts'
import appCss from '#app/ui/app.css?url'
import { LinkButton } from '#app/ui/button.tsx'
import { Page } from '#app/ui/page.tsx'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta = () => [{ title: 'Sign in again · Plumbline' }]

/** Only a form leads here: the guard passes on what came from a page that was left alone for too long. */
export async function action({ request }: ActionFunctionArgs) {
  const kept = await keepForm(request)
  if (!kept) throw redirect('/sign-in', 303)
  return data({ ...kept, minutes: IDLE_MINUTES }, 401)
}

export default function SignInAgain() {
  const kept = useActionData<typeof action>()
  return (
    <Page title="Sign in again" narrow>
      {kept ? (
        <KeptFormView {...kept} />
      ) : (
        <div className="stack">
          <p>Nothing waits here to be sent.</p>
          <div className="buttons">
            <LinkButton href="/sign-in">Sign in</LinkButton>
          </div>
        </div>
      )}
    </Page>
  )
}
