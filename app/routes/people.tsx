import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { consultantOf } from '#app/http/principal.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { loadPeople } from '#app/session/manage-people.server.ts'
import { PeopleList } from '#app/session/people-list.tsx'
import { peopleStep } from '#app/session/people-step.server.ts'
import appCss from '#app/ui/app.css?url'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Page } from '#app/ui/page.tsx'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta = () => [{ title: 'People · Plumbline' }]

export async function loader({ context }: LoaderFunctionArgs) {
  const { id, name } = consultantOf(context)
  return { signedIn: name, ownId: id, ...(await loadPeople(context.db, context.now())) }
}

/** A new link is answered with the page itself: it is shown this once. */
export async function action({ context, request }: ActionFunctionArgs) {
  const answer = await peopleStep(context, await readForm(request))
  if (answer.kind === 'refused') return data({ made: null, errors: answer.errors, typed: answer.typed }, 400)
  if (answer.kind === 'made') {
    const { link, words } = answer
    return data({ made: { link, words }, errors: {}, typed: null })
  }
  return redirect('/people', 303)
}

export default function People() {
  const { signedIn, ...people } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const errors = answer?.errors ?? {}
  return (
    <Page
      title="People"
      signedIn={signedIn}
      trail={[{ label: 'Engagements', href: '/engagements' }]}
      lede="Who works in this workspace. An engagement is open to who answers for it and to whom they add, not to everybody here."
    >
      <ErrorSummary errors={errors} />
      <PeopleList
        {...people}
        typed={answer?.typed ?? { email: '', role: '', proof: '' }}
        errors={errors}
        made={answer?.made ?? null}
      />
    </Page>
  )
}
