import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { fieldsOf } from '#app/http/fields-of.ts'
import { readForm } from '#app/http/read-form.server.ts'
import benchCss from '#app/themes/bench/bench.css?url'
import { ownedCodingItem } from '#app/themes/owned-coding.server.ts'
import { codeSecond } from '#app/themes/second/code-second.server.ts'
import { SecondBenchForm } from '#app/themes/second/second-bench.tsx'
import { secondBench } from '#app/themes/second/second-view.ts'
import appCss from '#app/ui/app.css?url'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Page } from '#app/ui/page.tsx'
import { findSecondCoding } from '#db/second-codings.ts'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [appCss, benchCss].map((href) => ({ rel: 'stylesheet', href }))
export const meta: MetaFunction = () => [{ title: 'Second coding · Plumbline' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { coding, item, consultant } = await ownedCodingItem(context, params)
  const { round, clientName } = coding
  const second = await findSecondCoding(context.db, round.id)
  if (!second) return redirect(`/rounds/${round.id}/themes/second`)
  const lines = coding.codings.find(({ itemId }) => itemId === item.itemId)?.lines ?? []
  const bench = secondBench(lines, second.themes)
  return { round, clientName, item, bench, coder: second.coder, signedIn: consultant.name }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { coding, item } = await ownedCodingItem(context, params)
  const form = await readForm(request)
  const of = { roundId: coding.round.id, itemId: item.itemId }
  const result = await codeSecond(context.db, of, form)
  if (result.ok) return redirect(`/rounds/${coding.round.id}/themes/second/${item.itemId}`, 303)
  const kept = { ...fieldsOf(form, ['name', 'theme']), ticked: form.getAll('line').map(String) }
  return data({ error: result.error, kept }, { status: 400 })
}

export default function SecondCodingItem() {
  const { round, clientName, item, bench, coder, signedIn } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const trail = [
    { label: `${clientName}: ${round.title}`, href: `/rounds/${round.id}` },
    { label: 'Second coding', href: `/rounds/${round.id}/themes/second` },
  ]
  return (
    <Page
      title={item.wording}
      signedIn={signedIn}
      trail={trail}
      lede={`${coder} sorts these lines from nothing. Tick what means the same, and name it.`}
    >
      {refused && <ErrorSummary errors={{ form: refused.error }} />}
      <SecondBenchForm bench={bench} kept={refused?.kept ?? { ticked: [], name: '', theme: '' }} />
    </Page>
  )
}
