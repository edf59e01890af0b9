import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { today } from '#app/http/context.server.ts'
import { consultantOf } from '#app/http/principal.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { CommitmentBoard } from '#app/redesign/commitments/commitment-board.tsx'
import commitmentsCss from '#app/redesign/commitments/commitments.css?url'
import { commitmentsOf, groupCommitments } from '#app/redesign/commitments/commitments.ts'
import { settleCommitment } from '#app/redesign/commitments/settle-commitment.server.ts'
import { mayChangePlan } from '#app/redesign/plan/may-change.server.ts'
import { ownedPlan, planChanger } from '#app/redesign/plan/owned-plan.server.ts'
import { PlanPage } from '#app/redesign/plan/plan-page.tsx'
import { ownedEngagement } from '#app/rounds/owned.server.ts'
import { noteDown } from '#app/session/audit.server.ts'
import appCss from '#app/ui/app.css?url'
import { LinkButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () =>
  [appCss, commitmentsCss].map((href) => ({ rel: 'stylesheet', href }))
export const meta = () => [{ title: 'Commitments · Plumbline' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { name } = consultantOf(context)
  const { engagement, plan } = await ownedPlan(context, params.engagementId)
  const groups = groupCommitments(commitmentsOf(plan), today(context))
  const writes = mayChangePlan(context, engagement)
  return { signedIn: name, engagement, groups, writes }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const engagement = await ownedEngagement(context, params.engagementId)
  const changer = planChanger(context, engagement.id)
  const settled = await settleCommitment(context.db, changer, await readForm(request))
  if (!settled.ok) return data({ error: settled.error }, settled.status)
  await noteDown(context, settled.words, engagement.id)
  return redirect(`/engagements/${engagement.id}/plan/commitments`, 303)
}

export default function PlanCommitments() {
  const { signedIn, engagement, groups, writes } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const plan = `/engagements/${engagement.id}/plan`
  const none = Object.values(groups).every((group) => group.length === 0)
  return (
    <PlanPage
      engagement={engagement}
      signedIn={signedIn}
      title="Commitments"
      at="/commitments"
      lede="Everything that somebody has taken on: decisions, what stops, key results, steps of the rollout."
      actions={
        <>
          <LinkButton href={`${plan}/week`}>Sheet for this week</LinkButton>
          {writes && <LinkButton href={`${plan}/progress`}>Progress for the sponsor</LinkButton>}
          {writes && <LinkButton href={`${plan}/reminders`}>Reminders</LinkButton>}
          {writes && (
            <LinkButton look="main" href={`${plan}/decisions/new`}>
              Write down a decision
            </LinkButton>
          )}
        </>
      }
    >
      <ErrorSummary errors={failed ? { form: failed.error } : {}} />
      {none ? (
        <p className="muted">
          Nothing yet. Whatever is decided in the debrief or later stands here with one owner and a day, and
          so does what the other pages of the plan put on somebody’s desk.
        </p>
      ) : (
        <CommitmentBoard groups={groups} base={writes ? plan : null} />
      )}
    </PlanPage>
  )
}
