import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { today } from '#app/http/context.server.ts'
import { consultantOf } from '#app/http/principal.server.ts'
import { ownedEntry } from '#app/redesign/plan/entry-route.server.ts'
import { loadFindings } from '#app/redesign/plan/load-findings.server.ts'
import { OwnerNames } from '#app/redesign/plan/owner-field.tsx'
import { PlanPage } from '#app/redesign/plan/plan-page.tsx'
import { draftRegister } from '#app/redesign/rights/draft-register.ts'
import { RightForm } from '#app/redesign/rights/right-form.tsx'
import rightsCss from '#app/redesign/rights/rights.css?url'
import { SignForm } from '#app/redesign/rights/sign-form.tsx'
import { takeRight } from '#app/redesign/rights/take-right.server.ts'
import appCss from '#app/ui/app.css?url'
import { Notice } from '#app/ui/notice.tsx'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [appCss, rightsCss].map((href) => ({ rel: 'stylesheet', href }))
export const meta = () => [{ title: 'Decision right · Plumbline' }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { engagement, owners, entry } = await ownedEntry(context, params, 'right')
  const wanted = entry?.content.itemId ?? new URL(request.url).searchParams.get('take')
  const findings = wanted ? await loadFindings(context.db, engagement) : null
  const drafts = draftRegister(
    findings?.scores ?? null,
    engagement.roles.map(({ name }) => name),
  )
  const draft = drafts.find(({ itemId }) => itemId === wanted)
  return {
    signedIn: consultantOf(context).name,
    engagement: { id: engagement.id, clientName: engagement.clientName },
    owners,
    entry,
    today: today(context),
    draft: draft?.right ?? null,
    who: draft?.who ?? '',
  }
}

export function action({ context, params, request }: ActionFunctionArgs) {
  return takeRight(context, params, request)
}

export default function PlanRight() {
  const { signedIn, engagement, owners, entry, today, draft, who } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const signing = failed && 'signing' in failed ? failed : undefined
  const changing = failed && !('signing' in failed) ? failed : undefined
  return (
    <PlanPage
      engagement={engagement}
      signedIn={signedIn}
      title={entry ? 'Change or sign a decision right' : 'A new decision right'}
      at="/rights"
    >
      <OwnerNames owners={owners} />
      <div className="stack-wide">
        {entry?.content.signedBy && (
          <Notice tone="heed">
            <p>{`${entry.content.signedBy} has signed this. If you change it, the signature falls.`}</p>
          </Notice>
        )}
        <RightForm
          entry={entry}
          draft={draft}
          who={who}
          failed={changing}
          back={`/engagements/${engagement.id}/plan/rights`}
        />
        {entry && <SignForm entry={entry} today={today} failed={signing} />}
      </div>
    </PlanPage>
  )
}
