import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { consultantOf } from '#app/http/principal.server.ts'
import { DraftList } from '#app/redesign/plan/draft-list.tsx'
import entriesCss from '#app/redesign/plan/entries.css?url'
import { mayChangePlan } from '#app/redesign/plan/may-change.server.ts'
import { ownedPlan } from '#app/redesign/plan/owned-plan.server.ts'
import { PlanPage } from '#app/redesign/plan/plan-page.tsx'
import { loadRegister } from '#app/redesign/rights/load-register.server.ts'
import { EmptyRegister, RightList } from '#app/redesign/rights/right-list.tsx'
import { saidWords } from '#app/redesign/rights/right-words.ts'
import { ThreeJobs } from '#app/redesign/rights/three-jobs.tsx'
import appCss from '#app/ui/app.css?url'
import { LinkButton } from '#app/ui/button.tsx'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [appCss, entriesCss].map((href) => ({ rel: 'stylesheet', href }))
export const meta = () => [{ title: 'Decision rights · Plumbline' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const owned = await ownedPlan(context, params.engagementId)
  const { id, clientName } = owned.engagement
  return {
    signedIn: consultantOf(context).name,
    engagement: { id, clientName },
    mayChange: mayChangePlan(context, owned.engagement),
    ...(await loadRegister(context, owned)),
  }
}

export default function PlanRights() {
  const { signedIn, engagement, mayChange, rights, drafts, roundTitle } = useLoaderData<typeof loader>()
  const base = `/engagements/${engagement.id}/plan/rights`
  return (
    <PlanPage
      engagement={engagement}
      signedIn={signedIn}
      title="Decision rights"
      at="/rights"
      lede="Who decides, before the pressure comes: one owner a situation, a response, and where it goes if nothing happens."
      actions={rights.length > 0 && <Actions base={base} mayChange={mayChange} />}
    >
      <div className="stack-wide">
        {rights.length > 0 ? (
          <RightList rights={rights} base={base} mayChange={mayChange} />
        ) : (
          <EmptyRegister base={base} mayChange={mayChange} />
        )}
        <DraftList
          title="Situations to settle"
          source={
            roundTitle === null
              ? 'Every leadership team meets these. Once a round is closed, it is said here who leaders think decides.'
              : `With what the senior team said in “${roundTitle}”. Contested or vacant: the talk starts there.`
          }
          mayChange={mayChange}
          drafts={drafts.map((draft) => ({
            key: draft.itemId,
            name: draft.right.situation,
            text: `${saidWords(draft)}.`,
            href: `${base}/new?take=${draft.itemId}`,
          }))}
        />
        <ThreeJobs />
      </div>
    </PlanPage>
  )
}

function Actions({ base, mayChange }: { base: string; mayChange: boolean }) {
  return (
    <>
      <LinkButton href={`${base}/print`}>Print on one page</LinkButton>
      {mayChange && <LinkButton href={`${base}/new`}>Add one of your own</LinkButton>}
    </>
  )
}
