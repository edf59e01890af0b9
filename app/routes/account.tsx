import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readForm } from '#app/http/read-form.server.ts'
import { AccountForms } from '#app/session/account-forms.tsx'
import { accountStep, loadAccount } from '#app/session/account-page.server.ts'
import appCss from '#app/ui/app.css?url'
import { Page } from '#app/ui/page.tsx'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta = () => [{ title: 'Your account · Plumbline' }]
/** Remix passes an action’s headers on only where a page says so. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders

export function loader({ context }: LoaderFunctionArgs) {
  return loadAccount(context)
}

export async function action({ context, request }: ActionFunctionArgs) {
  const step = await accountStep(context, await readForm(request), request.headers.get('user-agent') ?? '')
  if (step.kind === 'refused') {
    const { errors, name, chosen } = step
    return data({ errors, name, chosen }, step.init)
  }
  return redirect('/account', { status: 303, headers: step.cookie ? { 'Set-Cookie': step.cookie } : {} })
}

export default function AccountPage() {
  const account = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const name = refused?.name ?? account.name
  return (
    <Page
      title="Your account"
      signedIn={account.name}
      trail={[{ label: 'Engagements', href: '/engagements' }]}
      narrow
    >
      <AccountForms {...account} name={name} errors={refused?.errors ?? {}} chosen={refused?.chosen ?? []} />
    </Page>
  )
}
