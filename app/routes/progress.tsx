import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { today } from '#app/http/context.server.ts'
import { followerOf } from '#app/http/principal.server.ts'
import { CommitmentBoard } from '#app/redesign/commitments/commitment-board.tsx'
import commitmentsCss from '#app/redesign/commitments/commitments.css?url'
import { keptWords } from '#app/redesign/commitments/kept-words.ts'
import { loadProgress } from '#app/redesign/commitments/share-progress.server.ts'
import { writtenDay } from '#app/rounds/day.ts'
import appCss from '#app/ui/app.css?url'

export const handle = { shell: 'plain' }
export const links: LinksFunction = () =>
  [appCss, commitmentsCss].map((href) => ({ rel: 'stylesheet', href }))
export const meta = () => [{ title: 'Progress' }]

export async function loader({ context }: LoaderFunctionArgs) {
  const day = today(context)
  const progress = await loadProgress(context.db, followerOf(context), day)
  if (!progress) throw new Response(null, { status: 404 })
  return { ...progress, day }
}

export default function ProgressPage() {
  const { clientName, groups, kept, day } = useLoaderData<typeof loader>()
  const none = Object.values(groups).every((group) => group.length === 0)
  return (
    <main id="main">
      <div className="heading">
        <div>
          <h1>{`${clientName}: what was decided, and how far it is`}</h1>
          <p className="lede">{`As of ${writtenDay(day)}. ${keptWords(kept)}`}</p>
        </div>
      </div>
      {none ? <p>Nothing has been decided yet.</p> : <CommitmentBoard groups={groups} base={null} />}
    </main>
  )
}
