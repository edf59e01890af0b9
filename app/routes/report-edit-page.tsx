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
import { PageEditForm } from '#app/report/edits/page-edit-form.tsx'
import { pageFormOf } from '#app/report/edits/page-form.ts'
import { readPageForm } from '#app/report/edits/read-page-form.ts'
import appCss from '#app/ui/app.css?url'
import { LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: appCss },
  { rel: 'stylesheet', href: editsCss },
]
export const meta = () => [{ title: 'Edit a page of the report · Plumbline' }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { round, report } = await editingOf(context, params.roundId)
  const form = pageFormOf(report.generated, report.edits, params.pageId ?? '')
  if (!form) throw new Response(null, { status: 404 })
  return {
    signedIn: consultantOf(context).name,
    roundId: round.id,
    form: { ...form, stale: form.stale.length },
    saved: new URL(request.url).searchParams.has('saved'),
  }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { round, report } = await editingOf(context, params.roundId)
  const pageId = params.pageId ?? ''
  if (!pageFormOf(report.generated, report.edits, pageId)) throw new Response(null, { status: 404 })
  const form = await readForm(request)
  const read = readPageForm(report.generated, report.edits, pageId, form)
  if (!read.ok) {
    const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]))
    return data({ typed, errors: read.errors }, 400)
  }
  await saveChanges(context, round.id, read.changes)
  return redirect(`/rounds/${round.id}/report/edit/${encodeURIComponent(pageId)}?saved`, 303)
}

export default function ReportEditPage() {
  const { signedIn, roundId, form, saved } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const base = `/rounds/${roundId}/report`
  return (
    <Page
      title={form.title}
      signedIn={signedIn}
      trail={[
        { label: 'Report', href: base },
        { label: 'Edit', href: `${base}/edit` },
      ]}
      actions={<LinkButton href={`${base}#${form.pageId}`}>Read this page</LinkButton>}
    >
      <div className="stack-wide">
        {saved && !failed && (
          <Notice tone="good">
            <p>Saved. The draft shows it; what is published does not change.</p>
          </Notice>
        )}
        {form.stale > 0 && (
          <Notice tone="heed">
            <p>
              {form.stale === 1 ? 'One edit' : `${form.stale} edits`} of this page no longer fit the figures:{' '}
              <a href={`${base}/edit`}>decide what becomes of them</a>.
            </p>
          </Notice>
        )}
        <PageEditForm rows={form.rows} typed={failed?.typed ?? null} errors={failed?.errors ?? {}} />
      </div>
    </Page>
  )
}
