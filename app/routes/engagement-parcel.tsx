import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { consultantOf } from '#app/http/principal.server.ts'
import { ParcelView } from '#app/report/parcel/parcel-view.tsx'
import { ownedEngagement } from '#app/rounds/owned.server.ts'
import appCss from '#app/ui/app.css?url'
import { Page } from '#app/ui/page.tsx'
import { listRounds } from '#db/rounds.ts'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta = () => [{ title: 'Take the engagement elsewhere · Plumbline' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { id, clientName } = await ownedEngagement(context, params.engagementId)
  const rounds = await listRounds(context.db, id)
  const unlinked = rounds.filter(({ privacyMode, state }) => privacyMode === 'unlinked' && state !== 'draft')
  const open = rounds.filter((round) => round.state === 'open' && !unlinked.includes(round))
  return {
    signedIn: consultantOf(context).name,
    engagement: { id, clientName },
    open: open.map(({ title }) => title),
    unlinked: unlinked.map(({ title }) => title),
  }
}

export default function EngagementParcel() {
  const { signedIn, engagement, open, unlinked } = useLoaderData<typeof loader>()
  const base = `/engagements/${engagement.id}`
  return (
    <Page
      title="Take it elsewhere"
      signedIn={signedIn}
      trail={[{ label: engagement.clientName, href: base }]}
      lede="The whole engagement as one file, to be taken in by another Plumbline. Here it stays as it is."
      narrow
    >
      <ParcelView href={`${base}/parcel.zip`} open={open} unlinked={unlinked} />
    </Page>
  )
}
