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
import { editingOf } from '#app/report/edits/editing.server.ts'
import editsCss from '#app/report/edits/edits.css?url'
import { deskOf } from '#app/report/quotes/desk.ts'
import { loadQuotes, type QuoteStep, takeQuoteStep } from '#app/report/quotes/load-quotes.server.ts'
import { QuoteDeskView, ReleasedList } from '#app/report/quotes/quote-bench.tsx'
import { noteDown } from '#app/session/audit.server.ts'
import appCss from '#app/ui/app.css?url'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: appCss },
  { rel: 'stylesheet', href: editsCss },
]
export const meta = () => [{ title: 'Quotes · Plumbline' }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { round, engagement, report } = await editingOf(context, params.roundId)
  const bench = await loadQuotes(context.db, round)
  const at = new URL(request.url).searchParams.get('at')
  return {
    signedIn: consultantOf(context).name,
    round: { id: round.id, title: round.title },
    clientName: engagement.clientName,
    reason: bench.reason,
    released: bench.released,
    findings: report.diagnosis.findings.map(({ ruleId, name }) => ({ value: ruleId, label: name })),
    desk: deskOf(bench, at),
  }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { round, report } = await editingOf(context, params.roundId)
  const form = await readForm(request)
  const typed = {
    extract: String(form.get('extract') ?? ''),
    finding: String(form.get('finding') ?? ''),
    read: form.get('read') !== null,
  }
  const id = String(form.get('id') ?? '')
  const step: QuoteStep =
    form.get('intent') === 'withdraw'
      ? { intent: 'withdraw', id }
      : { intent: 'release', id, ruleId: typed.finding, extract: typed.extract, read: typed.read }
  const findings = report.diagnosis.findings.map(({ ruleId }) => ruleId)
  const errors = await takeQuoteStep(context.db, round, step, findings)
  if (!errors) throw new Response(null, { status: 404 })
  if (Object.keys(errors).length > 0) return data({ typed, errors }, 400)
  const words = step.intent === 'release' ? 'released a quote' : 'withdrew a quote'
  await noteDown(context, `${words} in “${round.title}”`, round.engagementId)
  return redirect(`/rounds/${round.id}/report/quotes?at=${encodeURIComponent(id)}`, 303)
}

export default function ReportQuotes() {
  const { signedIn, round, clientName, reason, released, findings, desk } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const base = `/rounds/${round.id}/report`
  return (
    <Page
      title="Quotes"
      signedIn={signedIn}
      lede="What people wrote in their own words, without name and level and in no order. Release what carries a finding; leave the rest."
      trail={[
        { label: `${clientName}: ${round.title}`, href: `/rounds/${round.id}` },
        { label: 'Report', href: base },
        { label: 'Edit', href: `${base}/edit` },
      ]}
    >
      <div className="stack-wide">
        {reason && (
          <Notice title="No quotes in this round">
            <p>{reason}</p>
          </Notice>
        )}
        {!reason && !desk && (
          <Notice title="There is nothing to quote">
            <p>Nobody wrote a free text, or whoever did asked not to be quoted.</p>
          </Notice>
        )}
        {desk && (
          <QuoteDeskView
            desk={desk}
            findings={findings}
            typed={failed?.typed ?? null}
            errors={failed?.errors ?? {}}
          />
        )}
        {(desk || released.length > 0) && <ReleasedList released={released} findings={findings} />}
      </div>
    </Page>
  )
}
