import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { today } from '#app/http/context.server.ts'
import { consultantOf } from '#app/http/principal.server.ts'
import { ownedPlan } from '#app/redesign/plan/owned-plan.server.ts'
import rightsCss from '#app/redesign/rights/rights.css?url'
import { RightsSheet } from '#app/redesign/rights/rights-sheet.tsx'
import appCss from '#app/ui/app.css?url'
import { Page } from '#app/ui/page.tsx'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [appCss, rightsCss].map((href) => ({ rel: 'stylesheet', href }))
export const meta = () => [{ title: 'Who decides · Plumbline' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { engagement, plan } = await ownedPlan(context, params.engagementId)
  return {
    signedIn: consultantOf(context).name,
    engagement: { id: engagement.id, clientName: engagement.clientName },
    today: today(context),
    rights: plan.right,
  }
}

export default function PlanRightsPrint() {
  const { signedIn, engagement, today, rights } = useLoaderData<typeof loader>()
  const base = `/engagements/${engagement.id}`
  return (
    <Page
      title="Decision rights to print"
      signedIn={signedIn}
      trail={[
        { label: engagement.clientName, href: base },
        { label: 'Decision rights', href: `${base}/plan/rights` },
      ]}
      lede="One page for the wall of the meeting room. Print it with your browser, upright on A4."
    >
      {rights.length === 0 ? (
        <p>There is nothing to print: no decision right is in the register yet.</p>
      ) : (
        <RightsSheet clientName={engagement.clientName} today={today} rights={rights} />
      )}
    </Page>
  )
}
