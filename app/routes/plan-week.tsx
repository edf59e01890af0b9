import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { today } from '#app/http/context.server.ts'
import { consultantOf } from '#app/http/principal.server.ts'
import commitmentsCss from '#app/redesign/commitments/commitments.css?url'
import { weekOf } from '#app/redesign/commitments/week.ts'
import { WeekSheet } from '#app/redesign/commitments/week-sheet.tsx'
import { ownedPlan } from '#app/redesign/plan/owned-plan.server.ts'
import { PlanPage } from '#app/redesign/plan/plan-page.tsx'
import { writtenDay } from '#app/rounds/day.ts'
import appCss from '#app/ui/app.css?url'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () =>
  [appCss, commitmentsCss].map((href) => ({ rel: 'stylesheet', href }))
export const meta = () => [{ title: 'Sheet for the week · Plumbline' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { engagement, plan } = await ownedPlan(context, params.engagementId)
  const day = today(context)
  return { signedIn: consultantOf(context).name, engagement, week: weekOf(plan, day), day }
}

export default function PlanWeek() {
  const { signedIn, engagement, week, day } = useLoaderData<typeof loader>()
  return (
    <PlanPage
      engagement={engagement}
      signedIn={signedIn}
      title={`${engagement.clientName}: the week of ${writtenDay(day)}`}
      at="/commitments"
      lede="Half an hour, four questions. Print it, or run the meeting from the screen."
    >
      <WeekSheet week={week} />
    </PlanPage>
  )
}
