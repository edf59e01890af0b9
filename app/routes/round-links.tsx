import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { consultantOf } from '#app/http/principal.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { LinkList } from '#app/rounds/link-list.tsx'
import { listLinks, reissueLink } from '#app/rounds/list-links.server.ts'
import { ownedRound } from '#app/rounds/owned.server.ts'
import { noteDown } from '#app/session/audit.server.ts'
import appCss from '#app/ui/app.css?url'
import copyScript from '#app/ui/copy.browser.js?url'
import { Page } from '#app/ui/page.tsx'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta = () => [{ title: 'Personal links · Plumbline' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { round } = await ownedRound(context, params.roundId)
  if (round.state !== 'open') throw redirect(`/rounds/${round.id}`)
  const links = await listLinks(context.db, round, context.config, context.now())
  return { signedIn: consultantOf(context).name, roundId: round.id, title: round.title, links }
}

/** Answers with the page itself and not with a redirect: a link made for somebody who has begun is shown this once. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const { round } = await ownedRound(context, params.roundId)
  const participationId = String((await readForm(request)).get('participationId') ?? '')
  const link = await reissueLink(context.db, round, participationId, context.config)
  if (!link) throw new Response(null, { status: 404 })
  const places = await listLinks(context.db, round, context.config, context.now())
  const name = places.find((place) => place.participationId === participationId)?.name
  await noteDown(context, `made a new personal link for ${name} in “${round.title}”`, round.engagementId)
  return { participationId, link }
}

export default function RoundLinks() {
  const { signedIn, roundId, title, links } = useLoaderData<typeof loader>()
  const reissued = useActionData<typeof action>() ?? null
  return (
    <Page
      title="Personal links"
      signedIn={signedIn}
      trail={[{ label: title, href: `/rounds/${roundId}` }]}
      lede="Each lead has a link of their own and can stop and come back with it. A link disappears from this page once its lead has begun."
    >
      <LinkList roundId={roundId} links={links} reissued={reissued} />
      <script src={copyScript} defer />
    </Page>
  )
}
