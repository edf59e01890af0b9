import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { fieldsOf } from '#app/http/fields-of.ts'
import { consultantOf } from '#app/http/principal.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { MatchView, OpenView, SealView } from '#app/report/sealed-key/key-view.tsx'
import { loadKeyPage, matchKey, openKey } from '#app/report/sealed-key/open-key.server.ts'
import { ownedRound } from '#app/rounds/owned.server.ts'
import { sealKey, withdrawKey } from '#app/rounds/sealed-key/seal-key.server.ts'
import { noteDown } from '#app/session/audit.server.ts'
import appCss from '#app/ui/app.css?url'
import { Page } from '#app/ui/page.tsx'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta = () => [{ title: 'Sealed key · Plumbline' }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { round } = await ownedRound(context, params.roundId)
  return {
    signedIn: consultantOf(context).name,
    round: { id: round.id, title: round.title, state: round.state },
    page: await loadKeyPage(context.db, round.id),
    saved: new URL(request.url).searchParams.has('saved'),
  }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { round, engagement } = await ownedRound(context, params.roundId)
  const form = await readForm(request)
  const { intent, priorities } = fieldsOf(form, ['intent', 'priorities'])
  const at = context.now().toISOString()
  const here = `/rounds/${round.id}/key`
  const note = (words: string) => noteDown(context, words, engagement.id)
  if (intent === 'match') {
    await matchKey(context.db, round.id, (index) => form.getAll(`match.${index}`).map(String))
    return redirect(`${here}?saved`, 303)
  }
  if (intent === 'open-key') {
    const opened = await openKey(context.db, round, { secret: context.config.secret, at })
    if (!opened.ok) return data({ typed: '', error: opened.error }, 409)
    await note(`opened the sealed key of “${round.title}”, SHA-256 ${opened.digest}`)
    return redirect(here, 303)
  }
  if (intent === 'withdraw') {
    const step = await withdrawKey(context.db, round.id)
    if (!step.ok) return data({ typed: '', error: step.error }, 409)
    await note(`took the sealed key of “${round.title}” back`)
    return redirect(here, 303)
  }
  if (intent !== 'seal') throw new Response(null, { status: 400 })
  const by = consultantOf(context).name
  const step = await sealKey(context.db, {
    roundId: round.id,
    text: priorities,
    secret: context.config.secret,
    by,
    at,
  })
  if (!step.ok) return data({ typed: priorities, error: step.error }, 400)
  await note(`sealed the official priorities for “${round.title}”, SHA-256 ${step.digest}`)
  return redirect(here, 303)
}

export default function RoundKey() {
  const { signedIn, round, page, saved } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const isDraft = round.state === 'draft'
  const isOver = round.state === 'closed' || round.state === 'published'
  return (
    <Page
      title="Sealed key"
      signedIn={signedIn}
      narrow
      trail={[{ label: round.title, href: `/rounds/${round.id}` }]}
      lede="What the sponsor calls the official priorities, put away before anybody answers, so that the report can say how many leads name them."
    >
      {isDraft && <SealView page={page} typed={failed?.typed ?? ''} error={failed?.error} />}
      {!isDraft && !page && <p>Nothing was sealed before this round opened.</p>}
      {!isDraft && page && !isOver && <p>The key is sealed until the round is closed.</p>}
      {isOver &&
        page &&
        (page.matches ? (
          <MatchView page={page} saved={saved} />
        ) : (
          <OpenView page={page} error={failed?.error} />
        ))}
    </Page>
  )
}
