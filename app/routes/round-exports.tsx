import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { consultantOf } from '#app/http/principal.server.ts'
import { draftQuery } from '#app/report/draft-query.server.ts'
import { ExportList } from '#app/report/exports/export-list.tsx'
import { loadExports } from '#app/report/exports/load-exports.server.ts'
import appCss from '#app/ui/app.css?url'
import { Page } from '#app/ui/page.tsx'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta = () => [{ title: 'Exports · Plumbline' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const page = await loadExports(context.db, draftQuery(context, params.roundId))
  if (!page) throw new Response(null, { status: 404 })
  return { signedIn: consultantOf(context).name, page }
}

export default function RoundExports() {
  const { signedIn, page } = useLoaderData<typeof loader>()
  return (
    <Page
      title="Exports"
      signedIn={signedIn}
      trail={[{ label: page.roundTitle, href: `/rounds/${page.roundId}` }]}
      lede="Take the figures, the pictures and, where the promise allows it, the answers out of this round."
    >
      <ExportList page={page} />
    </Page>
  )
}
