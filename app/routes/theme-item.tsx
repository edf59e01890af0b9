import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { today } from '#app/http/context.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import benchScript from '#app/themes/bench/bench.browser.js?url'
import benchCss from '#app/themes/bench/bench.css?url'
import { BenchPage } from '#app/themes/bench/bench-page.tsx'
import { keptFrom, NOTHING_KEPT } from '#app/themes/bench/kept.ts'
import { loadBench } from '#app/themes/bench/load-bench.server.ts'
import { postBench } from '#app/themes/bench/post-bench.server.ts'
import { ownedCodingItem } from '#app/themes/owned-coding.server.ts'
import { proposerFor, settingsForRound } from '#app/themes/proposer.server.ts'
import appCss from '#app/ui/app.css?url'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [appCss, benchCss].map((href) => ({ rel: 'stylesheet', href }))
export const meta: MetaFunction = () => [{ title: 'Themes · Plumbline' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { coding, item, consultant } = await ownedCodingItem(context, params)
  return { ...(await loadBench(context.db, coding, item.itemId)), signedIn: consultant.name }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { coding, item, consultant } = await ownedCodingItem(context, params)
  const form = await readForm(request)
  const posting = {
    roundId: coding.round.id,
    engagementId: coding.round.engagementId,
    itemId: item.itemId,
    itemIds: coding.items.map(({ itemId }) => itemId),
    coder: consultant.name,
    today: today(context),
    proposer: proposerFor(context.db, await settingsForRound(context.db, coding.round.id, context.config)),
  }
  const result = await postBench(context.db, posting, form)
  if (!result.ok) return data({ error: result.error, kept: keptFrom(form) }, { status: 400 })
  const anchor = result.anchor ? `#${result.anchor}` : ''
  return redirect(`/rounds/${coding.round.id}/themes/${item.itemId}${anchor}`, 303)
}

export default function ThemeItem() {
  const refused = useActionData<typeof action>()
  return (
    <>
      <BenchPage
        bench={useLoaderData<typeof loader>()}
        kept={refused?.kept ?? NOTHING_KEPT}
        error={refused?.error ?? null}
      />
      <script src={benchScript} defer />
    </>
  )
}
