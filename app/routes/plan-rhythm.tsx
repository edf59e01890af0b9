import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { today } from '#app/http/context.server.ts'
import { consultantOf } from '#app/http/principal.server.ts'
import { mayChangePlan } from '#app/redesign/plan/may-change.server.ts'
import { ownedPlan } from '#app/redesign/plan/owned-plan.server.ts'
import { PlanPage } from '#app/redesign/plan/plan-page.tsx'
import { loadDrafts } from '#app/redesign/rhythm/load-rhythm.server.ts'
import rhythmCss from '#app/redesign/rhythm/rhythm.css?url'
import { RhythmBoard } from '#app/redesign/rhythm/rhythm-board.tsx'
import { rhythmView } from '#app/redesign/rhythm/rhythm-view.ts'
import appCss from '#app/ui/app.css?url'
import { LinkButton } from '#app/ui/button.tsx'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [appCss, rhythmCss].map((href) => ({ rel: 'stylesheet', href }))
export const meta = () => [{ title: 'Rhythm · Plumbline' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { name } = consultantOf(context)
  const { engagement, plan, owners } = await ownedPlan(context, params.engagementId)
  const mayChange = mayChangePlan(context, engagement)
  const drafts = mayChange ? await loadDrafts(context.db, engagement) : []
  const view = rhythmView({ forums: plan.forum, drafts, known: owners, today: today(context) })
  return {
    signedIn: name,
    engagement: { id: engagement.id, clientName: engagement.clientName },
    mayChange,
    view,
  }
}

export default function PlanRhythm() {
  const { signedIn, engagement, mayChange, view } = useLoaderData<typeof loader>()
  const base = `/engagements/${engagement.id}/plan/rhythm`
  return (
    <PlanPage
      engagement={engagement}
      signedIn={signedIn}
      title="Operating rhythm"
      at="/rhythm"
      lede="Few forums, each with one purpose, one owner and the right to decide."
      actions={
        view.forums.some(({ when }) => when !== null) && (
          <LinkButton href={`${base}/calendar.ics`}>Calendar file of all</LinkButton>
        )
      }
    >
      <RhythmBoard {...view} base={base} mayChange={mayChange} />
    </PlanPage>
  )
}
