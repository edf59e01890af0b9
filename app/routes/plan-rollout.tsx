import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { consultantOf } from '#app/http/principal.server.ts'
import { findingsFor } from '#app/redesign/plan/load-findings.server.ts'
import { mayChangePlan } from '#app/redesign/plan/may-change.server.ts'
import { ownedPlan } from '#app/redesign/plan/owned-plan.server.ts'
import { PlanPage } from '#app/redesign/plan/plan-page.tsx'
import { draftCountermeasures } from '#app/redesign/rollout/draft-countermeasures.ts'
import { draftStages } from '#app/redesign/rollout/draft-stages.ts'
import rolloutCss from '#app/redesign/rollout/rollout.css?url'
import { RolloutBoard } from '#app/redesign/rollout/rollout-board.tsx'
import appCss from '#app/ui/app.css?url'
import { LinkButton } from '#app/ui/button.tsx'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [appCss, rolloutCss].map((href) => ({ rel: 'stylesheet', href }))
export const meta = () => [{ title: 'Rollout · Plumbline' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { name } = consultantOf(context)
  const { engagement, plan } = await ownedPlan(context, params.engagementId)
  const scores = (await findingsFor(context, engagement))?.scores ?? null
  const units = plan.stage.map(({ content }) => `${content.stage} ${content.unit}`)
  return {
    signedIn: name,
    engagement,
    plan: { stage: plan.stage, countermeasure: plan.countermeasure },
    drafts: draftStages(scores).filter(({ stage, unit }) => !units.includes(`${stage} ${unit}`)),
    resistance: draftCountermeasures(scores),
    writes: mayChangePlan(context, engagement),
  }
}

export default function PlanRollout() {
  const { signedIn, engagement, ...board } = useLoaderData<typeof loader>()
  const base = `/engagements/${engagement.id}/plan/rollout`
  return (
    <PlanPage
      engagement={engagement}
      signedIn={signedIn}
      title="Rollout"
      at="/rollout"
      lede="The senior team begins; one or two units follow, where it hurts and leaders are willing; wider only once the behaviour holds."
      actions={board.writes && <LinkButton href={`${base}/stages/new`}>Add a step of your own</LinkButton>}
    >
      <RolloutBoard {...board} base={base} />
    </PlanPage>
  )
}
