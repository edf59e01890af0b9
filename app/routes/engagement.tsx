import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { consultantOf } from '#app/http/principal.server.ts'
import { EngagementOverview } from '#app/rounds/engagement-overview.tsx'
import { loadOverview } from '#app/rounds/load-overview.server.ts'
import { ownedEngagement } from '#app/rounds/owned.server.ts'
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
  return { signedIn: consultantOf(context).name, overview: await loadOverview(context.db, engagement) }
}

export default function EngagementPage() {
  const { signedIn, overview } = useLoaderData<typeof loader>()
  const { id, clientName } = overview.engagement
  return (
    <Page
      title={clientName}
      signedIn={signedIn}
      trail={[{ label: 'Engagements', href: '/engagements' }]}
      actions={<LinkButton href={`/engagements/${id}/edit`}>Edit names and lists</LinkButton>}
    >
      <EngagementOverview {...overview} />
    </Page>
  )
}
