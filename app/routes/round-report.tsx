import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { today } from '#app/http/context.server.ts'
import { consultantOf } from '#app/http/principal.server.ts'
import type { ReportDocument } from '#app/report/document.ts'
import { DraftBar } from '#app/report/draft-bar.tsx'
import { isEditable } from '#app/report/edits/targets.ts'
import { heldBackWords } from '#app/report/freeze.ts'
import { loadReport } from '#app/report/load-report.server.ts'
import { NotPublished } from '#app/report/not-published.tsx'
import { documentIdOf, publishReport } from '#app/report/publish-report.server.ts'
import reportCss from '#app/report/report.css?url'
import { ReportView } from '#app/report/report-view.tsx'
import { viewersReport } from '#app/report/viewers-report.server.ts'
import { ownedRound } from '#app/rounds/owned.server.ts'
import { noteDown } from '#app/session/audit.server.ts'
import { mayActAs } from '#app/session/consultant.ts'

export const handle = { shell: 'report' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: reportCss }]
export const meta: MetaFunction = () => [{ title: 'Report · Plumbline' }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const consultant = consultantOf(context)
  const roundId = params.roundId ?? ''
  if (!mayActAs(consultant.role, 'consultant')) {
    const { round } = await ownedRound(context, roundId)
    const document = await viewersReport(context.db, round.id)
    return { roundId, document, brand: document?.brand ?? null, draft: null }
  }
  const documentId = documentIdOf(roundId, 0)
  const report = await loadReport(context.db, { roundId, consultant, documentId, today: today(context) })
  if (!report) throw new Response(null, { status: 404 })
  const { document, stale, round } = report
  const isHeld = new URL(request.url).searchParams.has('held')
  const held = isHeld ? heldBackWords(round.smallestGroup) : null
  return {
    roundId,
    document,
    brand: document.brand,
    draft: { stale: stale.length, unconfirmed: report.unconfirmedGroups, held },
  }
}

export async function action({ context, params }: ActionFunctionArgs) {
  const roundId = params.roundId ?? ''
  const published = await publishReport(context.db, {
    roundId,
    consultant: consultantOf(context),
    today: today(context),
  })
  if (published === 'codebook-open') return redirect(`/rounds/${roundId}/themes?lock=first`, 303)
  if (published === 'held-back') return redirect(`/rounds/${roundId}/report?held`, 303)
  if (published === 'nothing') throw new Response(null, { status: 404 })
  const { round } = await ownedRound(context, roundId)
  await noteDown(context, `published the report of “${round.title}”`, round.engagementId)
  return redirect(`/rounds/${roundId}/shares`, 303)
}

export default function RoundReport() {
  const { roundId, document, draft } = useLoaderData<typeof loader>()
  const pdfHref = `/rounds/${roundId}/report.pdf`
  if (!document) return <NotPublished roundId={roundId} />
  if (!draft) return <ReportView document={document as ReportDocument} pdfHref={pdfHref} />
  return (
    <>
      <DraftBar roundId={roundId} {...draft} />
      <ReportView
        document={document as ReportDocument}
        pdfHref={pdfHref}
        editHref={(pageId) => (isEditable(pageId) ? `/rounds/${roundId}/report/edit/${pageId}` : undefined)}
      />
    </>
  )
}
