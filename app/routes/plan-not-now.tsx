import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { today } from '#app/http/context.server.ts'
import { consultantOf } from '#app/http/principal.server.ts'
import { DraftList } from '#app/redesign/plan/draft-list.tsx'
import entriesCss from '#app/redesign/plan/entries.css?url'
import { findingsFor } from '#app/redesign/plan/load-findings.server.ts'
import { mayChangePlan } from '#app/redesign/plan/may-change.server.ts'
import { ownedPlan } from '#app/redesign/plan/owned-plan.server.ts'
import { PlanPage } from '#app/redesign/plan/plan-page.tsx'
import { draftNotNowList } from '#app/redesign/priorities/draft-not-now.ts'
import { leftDrafts } from '#app/redesign/priorities/left-drafts.ts'
import { EmptyNotNow, NotNowList } from '#app/redesign/priorities/not-now-list.tsx'
import { stopWords } from '#app/redesign/priorities/priority-words.ts'
import appCss from '#app/ui/app.css?url'
import { LinkButton } from '#app/ui/button.tsx'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [appCss, entriesCss].map((href) => ({ rel: 'stylesheet', href }))
export const meta = () => [{ title: 'Not now · Plumbline' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { engagement, plan } = await ownedPlan(context, params.engagementId)
  const findings = await findingsFor(context, engagement)
  const drafts = findings ? draftNotNowList(findings.scores) : []
  return {
    signedIn: consultantOf(context).name,
    engagement: { id: engagement.id, clientName: engagement.clientName },
    mayChange: mayChangePlan(context, engagement),
    today: today(context),
    entries: plan['not-now'],
    source: findings && `From “${findings.round.title}”. People named it; the team decides.`,
    drafts: leftDrafts(drafts, [...plan['not-now'], ...plan.priority]),
  }
}

export default function PlanNotNow() {
  const { signedIn, engagement, source, drafts, ...list } = useLoaderData<typeof loader>()
  const { entries, mayChange } = list
  const base = `/engagements/${engagement.id}/plan/not-now`
  return (
    <PlanPage
      engagement={engagement}
      signedIn={signedIn}
      title="Not now"
      at="/not-now"
      lede="Work that stops or waits, and who holds the line. The next round asks whether it did stop."
      actions={
        mayChange && entries.length > 0 && <LinkButton href={`${base}/new`}>Add work that waits</LinkButton>
      }
    >
      <div className="stack-wide">
        {entries.length > 0 ? (
          <NotNowList {...list} base={base} />
        ) : (
          <EmptyNotNow base={base} mayChange={mayChange} />
        )}
        <DraftList
          title="What leaders would stop"
          source={source ?? ''}
          mayChange={mayChange}
          drafts={drafts.map((draft) => ({
            key: draft.name,
            name: draft.name,
            text: stopWords(draft),
            href: `${base}/new?take=${encodeURIComponent(draft.name)}`,
          }))}
        />
      </div>
    </PlanPage>
  )
}
