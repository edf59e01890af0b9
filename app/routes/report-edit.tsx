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
import { editingOf, saveChanges } from '#app/report/edits/editing.server.ts'
import editsCss from '#app/report/edits/edits.css?url'
import { pageFormOf } from '#app/report/edits/page-form.ts'
import { settleStale } from '#app/report/edits/settle-stale.ts'
import { StaleList } from '#app/report/edits/stale-list.tsx'
import appCss from '#app/ui/app.css?url'
import { LinkButton } from '#app/ui/button.tsx'
import { Page } from '#app/ui/page.tsx'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: appCss },
  { rel: 'stylesheet', href: editsCss },
]
export const meta = () => [{ title: 'Edit the report · Plumbline' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { round, engagement, report } = await editingOf(context, params.roundId)
  const pages = report.generated.pages.map(({ id, title }) => {
    const form = pageFormOf(report.generated, report.edits, id)
    return { id, title, edits: form ? form.rows.filter(({ edited }) => edited).length : null }
  })
  return {
    signedIn: consultantOf(context).name,
    round: { id: round.id, title: round.title },
    clientName: engagement.clientName,
    pages,
    stale: report.stale,
  }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { round, report } = await editingOf(context, params.roundId)
  const form = await readForm(request)
  const waiting = report.stale.find(
    ({ edit }) => edit.target === form.get('target') && edit.kind === form.get('kind'),
  )
  const act = form.get('intent')
  if (!waiting || (act !== 'keep' && act !== 'drop')) throw new Response(null, { status: 400 })
  const settled = settleStale(waiting, { act, words: String(form.get('words') ?? '') })
  if (!settled.ok) return data({ error: settled.error }, 400)
  await saveChanges(context, round.id, [settled.change])
  return redirect(`/rounds/${round.id}/report/edit`, 303)
}

export default function ReportEdit() {
  const { signedIn, round, clientName, pages, stale } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const base = `/rounds/${round.id}/report`
  return (
    <Page
      title="Edit the report"
      signedIn={signedIn}
      lede="Your words stand beside the figures and are marked as yours. Nothing you change alters a figure."
      trail={[
        { label: `${clientName}: ${round.title}`, href: `/rounds/${round.id}` },
        { label: 'Report', href: base },
      ]}
      actions={<LinkButton href={base}>Read the draft</LinkButton>}
    >
      <div className="stack-wide">
        <StaleList stale={stale} error={failed?.error} />
        <section>
          <h2>Pages</h2>
          <ul className="rows">
            {pages.map(({ id, title, edits }) => (
              <li key={id}>
                {edits === null ? (
                  <span>{title}</span>
                ) : (
                  <a className="main-link" href={`${base}/edit/${id}`}>
                    {title}
                  </a>
                )}
                <span className="muted small">{editWords(edits)}</span>
              </li>
            ))}
          </ul>
        </section>
        <nav aria-label="More about the text">
          <ul className="rows">
            <li>
              <a className="main-link" href={`${base}/quotes`}>
                Quotes
              </a>
              <span className="muted small">what people wrote, released one by one</span>
            </li>
            <li>
              <a className="main-link" href={`${base}/changes`}>
                Changes
              </a>
              <span className="muted small">who changed what, and when</span>
            </li>
          </ul>
        </nav>
      </div>
    </Page>
  )
}

function editWords(edits: number | null): string {
  if (edits === null) return 'not edited: it says what others said, or how figures are made'
  if (edits === 0) return 'as generated'
  return edits === 1 ? 'one place edited' : `${edits} places edited`
}
