import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { RequestContext } from '#app/http/context.server.ts'
import { readerOf } from '#app/http/principal.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import type { ReportDocument } from '#app/report/document.ts'
import { compareGuess, guessItems, readGuess } from '#app/report/guess/guess.ts'
import { GuessForm } from '#app/report/guess/guess-form.tsx'
import { GuessResult } from '#app/report/guess/guess-result.tsx'
import { guessStateOf, makeGuess } from '#app/report/guess/share-guess.server.ts'
import { publishedReport } from '#app/report/publish-report.server.ts'
import reportCss from '#app/report/report.css?url'
import { ReportView } from '#app/report/report-view.tsx'

export const handle = { shell: 'report' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: reportCss }]
export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded ? `${loaded.clientName} · ${loaded.roundTitle}` : 'Report' },
]

const WHO = { senior: 'the senior team', department: 'the department leads' } as const

/** While a guess is awaited no figure of the report leaves the server. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { document, state, items } = await readingOf(context)
  const named = { clientName: document.clientName, roundTitle: document.roundTitle, brand: document.brand }
  const who = WHO[items[0]?.figure.level ?? 'senior']
  if (state.kind === 'awaited') {
    const fields = items.map(({ name, label }) => ({ name, label }))
    return { ...named, kind: 'guess' as const, who, fields }
  }
  const guessed = state.kind === 'made' ? compareGuess(items, state.guess) : null
  return { ...named, kind: 'report' as const, who, document, guessed }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { state, items } = await readingOf(context)
  if (state.kind !== 'awaited') return redirect('/report', 303)
  const form = await readForm(request)
  const typed = Object.fromEntries(items.map(({ name }) => [name, String(form.get(name) ?? '')]))
  const read = form.get('intent') === 'skip' ? { ok: true as const, guess: {} } : readGuess(items, typed)
  if (!read.ok) return data({ typed, errors: read.errors }, 400)
  await makeGuess(context.db, readerOf(context).shareId, read.guess)
  return redirect('/report', 303)
}

async function readingOf(context: RequestContext) {
  const { shareId, reportVersionId } = readerOf(context)
  const document = await publishedReport(context.db, reportVersionId)
  if (!document) throw new Response(null, { status: 404 })
  return { document, state: await guessStateOf(context.db, shareId, document), items: guessItems(document) }
}

export default function ReaderReport() {
  const loaded = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  if (loaded.kind === 'guess') {
    return <GuessForm {...loaded} typed={failed?.typed ?? {}} errors={failed?.errors ?? {}} />
  }
  return (
    <ReportView document={loaded.document as ReportDocument} pdfHref="/report.pdf">
      {loaded.guessed && <GuessResult rows={loaded.guessed} who={loaded.who} />}
    </ReportView>
  )
}
