import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { today } from '#app/http/context.server.ts'
import { consultantOf } from '#app/http/principal.server.ts'
import { ownedPlan } from '#app/redesign/plan/owned-plan.server.ts'
import { isPlanEmpty } from '#app/redesign/plan/plan.ts'
import { changeWords, planChapters } from '#app/redesign/plan/plan-overview.ts'
import { PlanPage } from '#app/redesign/plan/plan-page.tsx'
import { writtenDay } from '#app/rounds/day.ts'
import appCss from '#app/ui/app.css?url'
import { LinkButton } from '#app/ui/button.tsx'
import { listPlanChanges } from '#db/plan-entries.ts'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta = () => [{ title: 'Plan · Plumbline' }]

const MOST_CHANGES = 30

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { engagement, plan } = await ownedPlan(context, params.engagementId)
  const changes = await listPlanChanges(context.db, engagement.id)
  return {
    signedIn: consultantOf(context).name,
    engagement,
    planned: !isPlanEmpty(plan),
    chapters: planChapters(plan, today(context)),
    changes: changes.slice(0, MOST_CHANGES).map((change, index) => ({
      id: `${change.entryId} ${index}`,
      words: changeWords(change),
      by: `${change.changedBy}, ${writtenDay(change.changedOn)}`,
    })),
  }
}

export default function PlanOverview() {
  const { signedIn, engagement, planned, chapters, changes } = useLoaderData<typeof loader>()
  const base = `/engagements/${engagement.id}/plan`
  return (
    <PlanPage
      engagement={engagement}
      signedIn={signedIn}
      title="Plan"
      at=""
      actions={planned && <LinkButton href={`${base}.pdf`}>Plan as PDF</LinkButton>}
      lede="From the diagnosis to a system that runs: what comes first, what stops, who decides, when it is looked at."
    >
      <div className="stack-wide">
        <ul className="rows">
          {chapters.map(({ path, title, holds, missing }) => (
            <li key={path}>
              <a className="main-link" href={`${base}${path}`}>
                {title}
              </a>
              <span className="muted">{[holds, missing].filter(Boolean).join(' · ')}</span>
            </li>
          ))}
        </ul>
        {changes.length > 0 && (
          <details>
            <summary className="button quiet">What has changed, and who changed it</summary>
            <ul className="rows">
              {changes.map(({ id, words, by }) => (
                <li key={id}>
                  <span>{words}</span>
                  <span className="muted">{by}</span>
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </PlanPage>
  )
}
