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
import { postedRoster, reviewRoster } from '#app/rounds/import-roster.server.ts'
import { ownedEngagement } from '#app/rounds/owned.server.ts'
import { RosterForm } from '#app/rounds/roster-form.tsx'
import { RosterReview } from '#app/rounds/roster-review.tsx'
import appCss from '#app/ui/app.css?url'
import { Page } from '#app/ui/page.tsx'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta = () => [{ title: 'Import leads · Plumbline' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const engagement = await ownedEngagement(context, params.engagementId)
  return { signedIn: consultantOf(context).name, engagement }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const engagement = await ownedEngagement(context, params.engagementId)
  const review = await reviewRoster(context.db, engagement, postedRoster(await readForm(request)))
  if (review.kind === 'done') return redirect(`/engagements/${engagement.id}`, 303)
  return data(review, review.kind === 'unreadable' ? 400 : 200)
}

export default function ImportLeads() {
  const { signedIn, engagement } = useLoaderData<typeof loader>()
  const review = useActionData<typeof action>()
  const back = `/engagements/${engagement.id}`
  return (
    <Page
      title="Import leads"
      signedIn={signedIn}
      trail={[{ label: engagement.clientName, href: back }]}
      lede={review ? undefined : 'You see what would happen before anything does.'}
    >
      {review?.kind === 'review' ? (
        <RosterReview {...review} back={back} />
      ) : (
        <RosterForm text={review?.text ?? ''} error={review?.error} back={back} />
      )}
    </Page>
  )
}
