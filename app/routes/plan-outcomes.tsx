import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { consultantOf } from '#app/http/principal.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { agreeDependency } from '#app/redesign/outcomes/agree-dependency.server.ts'
import { OutcomeBoard } from '#app/redesign/outcomes/outcome-board.tsx'
import outcomesCss from '#app/redesign/outcomes/outcomes.css?url'
import { mayChangePlan } from '#app/redesign/plan/may-change.server.ts'
import { ownedPlan, planChanger } from '#app/redesign/plan/owned-plan.server.ts'
import { OwnerNames } from '#app/redesign/plan/owner-field.tsx'
import { PlanPage } from '#app/redesign/plan/plan-page.tsx'
import { ownedEngagement } from '#app/rounds/owned.server.ts'
import { noteDown } from '#app/session/audit.server.ts'
import appCss from '#app/ui/app.css?url'
import { LinkButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [appCss, outcomesCss].map((href) => ({ rel: 'stylesheet', href }))
export const meta = () => [{ title: 'Outcomes · Plumbline' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { name } = consultantOf(context)
  const { engagement, plan, owners } = await ownedPlan(context, params.engagementId)
  const writes = mayChangePlan(context, engagement)
  return { signedIn: name, engagement, plan, owners, writes }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const engagement = await ownedEngagement(context, params.engagementId)
  const changer = planChanger(context, engagement.id)
  const agreed = await agreeDependency(context.db, changer, await readForm(request))
  if (!agreed.ok) return data({ error: agreed.error }, agreed.status)
  await noteDown(context, 'wrote down that another team agrees to a dependency of the plan', engagement.id)
  return redirect(`/engagements/${engagement.id}/plan/outcomes`, 303)
}

export default function PlanOutcomes() {
  const { signedIn, engagement, plan, owners, writes } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const base = `/engagements/${engagement.id}/plan/outcomes`
  return (
    <PlanPage
      engagement={engagement}
      signedIn={signedIn}
      title="Outcomes"
      at="/outcomes"
      lede="Objectives for the critical few only, each with the results that would show it. Day-to-day work stays outside."
      actions={
        writes && (
          <>
            <LinkButton href={`${base}/import`}>Import</LinkButton>
            {plan.objective.length > 0 && <LinkButton href={`${base}.csv`}>Export as CSV</LinkButton>}
            <LinkButton look="main" href={`${base}/objectives/new`}>
              Add an objective
            </LinkButton>
          </>
        )
      }
    >
      <ErrorSummary errors={failed ? { form: failed.error } : {}} />
      <OwnerNames owners={owners} />
      {plan.objective.length === 0 ? (
        <p className="muted">
          None yet. Take one of the priorities and write down what will be different for a customer or the
          business once it is done. Two or three objectives are enough for a quarter.
        </p>
      ) : (
        <OutcomeBoard plan={plan} base={base} writes={writes} />
      )}
    </PlanPage>
  )
}
