import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { consultantOf } from '#app/http/principal.server.ts'
import { ownedEngagement } from '#app/rounds/owned.server.ts'
import { AuditList } from '#app/session/audit-list.tsx'
import { loadAudit } from '#app/session/load-audit.server.ts'
import appCss from '#app/ui/app.css?url'
import { Page } from '#app/ui/page.tsx'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta = () => [{ title: 'Log · Plumbline' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { id, clientName } = await ownedEngagement(context, params.engagementId)
  return { signedIn: consultantOf(context).name, id, clientName, events: await loadAudit(context.db, id) }
}

export default function EngagementLog() {
  const { signedIn, id, clientName, events } = useLoaderData<typeof loader>()
  return (
    <Page
      title="Log"
      signedIn={signedIn}
      trail={[{ label: clientName, href: `/engagements/${id}` }]}
      lede="What consultants did in this engagement. Answers never stand here, and nothing of when a lead did anything."
    >
      <AuditList events={events} />
    </Page>
  )
}
