import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { consultantOf } from '#app/http/principal.server.ts'
import { ChangeTrail } from '#app/report/edits/change-trail.tsx'
import editsCss from '#app/report/edits/edits.css?url'
import { ownedRound } from '#app/rounds/owned.server.ts'
import appCss from '#app/ui/app.css?url'
import { Page } from '#app/ui/page.tsx'
import { listEditEvents } from '#db/report-edits.ts'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: appCss },
  { rel: 'stylesheet', href: editsCss },
]
export const meta = () => [{ title: 'Changes to the report · Plumbline' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { round, engagement } = await ownedRound(context, params.roundId)
  if (round.closedOn === null) throw new Response(null, { status: 404 })
  return {
    signedIn: consultantOf(context).name,
    round: { id: round.id, title: round.title },
    clientName: engagement.clientName,
    events: await listEditEvents(context.db, round.id),
  }
}

export default function ReportChanges() {
  const { signedIn, round, clientName, events } = useLoaderData<typeof loader>()
  const base = `/rounds/${round.id}/report`
  return (
    <Page
      title="Changes to the report"
      signedIn={signedIn}
      lede="Every edit, with what stood there before. Entries are never changed or removed."
      trail={[
        { label: `${clientName}: ${round.title}`, href: `/rounds/${round.id}` },
        { label: 'Report', href: base },
        { label: 'Edit', href: `${base}/edit` },
      ]}
    >
      <ChangeTrail events={events} />
    </Page>
  )
}
