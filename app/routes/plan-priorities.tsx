import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { consultantOf } from '#app/http/principal.server.ts'
import { DraftList } from '#app/redesign/plan/draft-list.tsx'
import entriesCss from '#app/redesign/plan/entries.css?url'
import { findingsFor, readsFindings } from '#app/redesign/plan/load-findings.server.ts'
import { mayChangePlan } from '#app/redesign/plan/may-change.server.ts'
import { ownedPlan } from '#app/redesign/plan/owned-plan.server.ts'
import { PlanPage } from '#app/redesign/plan/plan-page.tsx'
import { draftPriorities } from '#app/redesign/priorities/draft-priorities.ts'
import { leftDrafts } from '#app/redesign/priorities/left-drafts.ts'
import { priorityLimit } from '#app/redesign/priorities/priority-limit.ts'
import { NoPriorities, PriorityList } from '#app/redesign/priorities/priority-list.tsx'
import { countWords, draftWords } from '#app/redesign/priorities/priority-words.ts'
import appCss from '#app/ui/app.css?url'
import { LinkButton } from '#app/ui/button.tsx'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [appCss, entriesCss].map((href) => ({ rel: 'stylesheet', href }))
export const meta = () => [{ title: 'Priorities · Plumbline' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { engagement, plan } = await ownedPlan(context, params.engagementId)
  const findings = await findingsFor(context, engagement)
  const scores = findings?.scores ?? null
  return {
    signedIn: consultantOf(context).name,
    engagement: { id: engagement.id, clientName: engagement.clientName },
    mayChange: mayChangePlan(context, engagement),
    priorities: plan.priority,
    limit: readsFindings(context) ? priorityLimit(scores) : null,
    source:
      findings && `From “${findings.round.title}”. A theme is not an outcome yet: say what is to change.`,
    drafts: leftDrafts(scores ? draftPriorities(scores) : [], [...plan.priority, ...plan['not-now']]),
  }
}

export default function PlanPriorities() {
  const { signedIn, engagement, mayChange, priorities, limit, source, drafts } =
    useLoaderData<typeof loader>()
  const base = `/engagements/${engagement.id}/plan/priorities`
  return (
    <PlanPage
      engagement={engagement}
      signedIn={signedIn}
      title="Priorities"
      at="/priorities"
      lede="The critical few: outcomes that come before everything else, each with one owner and its price."
      actions={
        mayChange && priorities.length > 0 && <LinkButton href={`${base}/new`}>Add a priority</LinkButton>
      }
    >
      <div className="stack-wide">
        <section className="stack">
          {limit && priorities.length > 0 && <p>{countWords(priorities.length, limit)}</p>}
          {priorities.length > 0 ? (
            <PriorityList priorities={priorities} base={base} mayChange={mayChange} />
          ) : (
            <NoPriorities base={base} mayChange={mayChange} />
          )}
        </section>
        <DraftList
          title="What the team calls a priority"
          source={source ?? ''}
          mayChange={mayChange}
          drafts={drafts.map((draft) => ({
            key: draft.name,
            name: draft.name,
            text: draftWords(draft),
            href: `${base}/new?take=${encodeURIComponent(draft.name)}`,
          }))}
        />
      </div>
    </PlanPage>
  )
}
