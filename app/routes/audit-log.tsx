import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { consultantOf } from '#app/http/principal.server.ts'
import { AuditList } from '#app/session/audit-list.tsx'
import { loadAudit } from '#app/session/load-audit.server.ts'
import appCss from '#app/ui/app.css?url'
import { Page } from '#app/ui/page.tsx'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta = () => [{ title: 'Log · Plumbline' }]

export async function loader({ context }: LoaderFunctionArgs) {
  return { signedIn: consultantOf(context).name, events: await loadAudit(context.db) }
}

export default function AuditLog() {
  const { signedIn, events } = useLoaderData<typeof loader>()
  return (
    <Page
      title="Log"
      signedIn={signedIn}
      trail={[{ label: 'Engagements', href: '/engagements' }]}
      lede="Who did what in this workspace. Answers never stand here, and nothing of when a lead did anything."
    >
      <AuditList events={events} />
    </Page>
  )
}
