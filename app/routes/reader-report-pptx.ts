import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { readerOf } from '#app/http/principal.server.ts'
import { guessStateOf } from '#app/report/guess/share-guess.server.ts'
import { publishedReport } from '#app/report/publish-report.server.ts'
import { deckResponse } from '#app/report/slides/deck-response.server.ts'

export async function loader({ context }: LoaderFunctionArgs) {
  const { shareId, reportVersionId } = readerOf(context)
  const document = await publishedReport(context.db, reportVersionId)
  if (!document) throw new Response(null, { status: 404 })
  const state = await guessStateOf(context.db, shareId, document)
  if (state.kind === 'awaited') return redirect('/report')
  return deckResponse(document)
}
