import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { consultantOf } from '#app/http/principal.server.ts'
import { ownedEntry, takeEntry } from '#app/redesign/plan/entry-route.server.ts'
import { PlanPage } from '#app/redesign/plan/plan-page.tsx'
import { ForumForm } from '#app/redesign/rhythm/forum-form.tsx'
import { loadForumForm } from '#app/redesign/rhythm/load-rhythm.server.ts'
import { readForum } from '#app/redesign/rhythm/read-forum.ts'
import appCss from '#app/ui/app.css?url'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta = () => [{ title: 'Forum · Plumbline' }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const owned = await ownedEntry(context, params, 'forum')
  const { engagement, entry } = owned
  return {
    signedIn: consultantOf(context).name,
    engagement: { id: engagement.id, clientName: engagement.clientName },
    entry: entry && { id: entry.id, revision: entry.revision },
    ...(await loadForumForm(context.db, owned, new URL(request.url).searchParams)),
  }
}

export function action({ context, params, request }: ActionFunctionArgs) {
  const form = { kind: 'forum', back: '/plan/rhythm', noun: 'a forum', read: readForum } as const
  return takeEntry(context, params, request, form)
}

export default function PlanForum() {
  const { signedIn, engagement, ...form } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  return (
    <PlanPage engagement={engagement} signedIn={signedIn} title={form.typed.name || 'A forum'} at="/rhythm">
      <ForumForm {...form} failed={failed} back={`/engagements/${engagement.id}/plan/rhythm`} />
    </PlanPage>
  )
}
