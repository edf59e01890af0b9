import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { today } from '#app/http/context.server.ts'
import { fieldsOf } from '#app/http/fields-of.ts'
import { consultantOf } from '#app/http/principal.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { changeEngagementPeople, loadEngagementPeople } from '#app/rounds/engagement-people.server.ts'
import { EngagementPeopleList } from '#app/rounds/engagement-people-list.tsx'
import { ownedEngagement } from '#app/rounds/owned.server.ts'
import { noteDown } from '#app/session/audit.server.ts'
import appCss from '#app/ui/app.css?url'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Page } from '#app/ui/page.tsx'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta = () => [{ title: 'People of the engagement · Plumbline' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const engagement = await ownedEngagement(context, params.engagementId)
  return {
    signedIn: consultantOf(context).name,
    engagement: { id: engagement.id, clientName: engagement.clientName },
    mine: engagement.consultantId === consultantOf(context).id,
    people: await loadEngagementPeople(context.db, engagement),
  }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const engagement = await ownedEngagement(context, params.engagementId)
  const asked = fieldsOf(await readForm(request), ['intent', 'id'])
  const by = consultantOf(context).id
  const step = await changeEngagementPeople(context.db, engagement, { ...asked, by }, today(context))
  if (!step.ok) return data({ error: step.error }, 400)
  await noteDown(context, step.words, engagement.id)
  return redirect(asked.intent === 'hand-over' ? '/engagements' : `/engagements/${engagement.id}/people`, 303)
}

export default function EngagementPeople() {
  const { signedIn, engagement, mine, people } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <Page
      title="People of this engagement"
      signedIn={signedIn}
      trail={[{ label: engagement.clientName, href: `/engagements/${engagement.id}` }]}
      narrow
    >
      <ErrorSummary errors={refused ? { id: refused.error } : {}} />
      <EngagementPeopleList {...people} mine={mine} error={refused?.error} />
    </Page>
  )
}
