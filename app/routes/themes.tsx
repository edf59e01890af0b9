import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { consultantOf } from '#app/http/principal.server.ts'
import { loadCoding } from '#app/themes/load-coding.server.ts'
import appCss from '#app/ui/app.css?url'
import { Page } from '#app/ui/page.tsx'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta: MetaFunction = () => [{ title: 'Themes · Plumbline' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const consultant = consultantOf(context)
  const coding = await loadCoding(context.db, { roundId: params.roundId ?? '', consultantId: consultant.id })
  if (!coding) throw new Response(null, { status: 404 })
  return { ...coding, signedIn: consultant.name }
}

export default function Themes() {
  const { round, clientName, items, signedIn } = useLoaderData<typeof loader>()
  return (
    <Page
      title="Themes"
      signedIn={signedIn}
      trail={[{ label: `${clientName}: ${round.title}`, href: `/rounds/${round.id}` }]}
      lede="Lines that mean the same are put together before anybody sees who wrote them. Identical wordings are grouped already; the rest is your judgement."
    >
      <ul className="rows">
        {items.map((item) => (
          <li key={item.itemId}>
            <a className="main-link" href={`/rounds/${round.id}/themes/${item.itemId}`}>
              {item.wording}
            </a>
            <span>{`${item.lines} lines in ${item.themes} themes`}</span>
          </li>
        ))}
      </ul>
      <p className="onward">
        <a href={`/rounds/${round.id}/report`}>Read the report with the themes as they are</a>
      </p>
    </Page>
  )
}
