import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { today } from '#app/http/context.server.ts'
import { consultantOf } from '#app/http/principal.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { archiveEngagement, unarchiveEngagement } from '#app/rounds/archive-engagement.server.ts'
import { EngagementOverview } from '#app/rounds/engagement-overview.tsx'
import { EngagementSteps } from '#app/rounds/engagement-steps.tsx'
import { loadOverview } from '#app/rounds/load-overview.server.ts'
import { ownedEngagement } from '#app/rounds/owned.server.ts'
import { noteDown } from '#app/session/audit.server.ts'
import appCss from '#app/ui/app.css?url'
import { LinkButton } from '#app/ui/button.tsx'
import { Page } from '#app/ui/page.tsx'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.overview.engagement.clientName ?? 'Engagement'} · Plumbline` },
]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const engagement = await ownedEngagement(context, params.engagementId)
  return {
    signedIn: consultantOf(context).name,
    overview: await loadOverview(context.db, engagement, context.now()),
  }
}

const STEPS = { archive: archiveEngagement, unarchive: unarchiveEngagement }
const STEP_WORDS = { archive: 'archived the engagement', unarchive: 'took the engagement out of the archive' }

export async function action({ context, params, request }: ActionFunctionArgs) {
  const engagement = await ownedEngagement(context, params.engagementId)
  const intent = (await readForm(request)).get('intent')
  if (intent !== 'archive' && intent !== 'unarchive') throw new Response(null, { status: 400 })
  const result = await STEPS[intent](context.db, engagement, today(context))
  if (!result.ok) return data({ error: result.error }, 409)
  await noteDown(context, STEP_WORDS[intent], engagement.id)
  return redirect(`/engagements/${engagement.id}`, 303)
}

export default function EngagementPage() {
  const { signedIn, overview } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { id, clientName, archivedOn } = overview.engagement
  return (
    <Page
      title={clientName}
      signedIn={signedIn}
      trail={[{ label: 'Engagements', href: '/engagements' }]}
      actions={
        archivedOn === undefined && (
          <LinkButton href={`/engagements/${id}/edit`}>Edit names and lists</LinkButton>
        )
      }
    >
      <div className="stack-wide">
        <EngagementOverview {...overview} />
        <EngagementSteps engagement={overview.engagement} error={refused?.error} />
      </div>
    </Page>
  )
}
