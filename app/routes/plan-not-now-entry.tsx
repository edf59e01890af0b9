import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { fieldsOf } from '#app/http/fields-of.ts'
import { consultantOf } from '#app/http/principal.server.ts'
import { ownedEntry, takeEntry } from '#app/redesign/plan/entry-route.server.ts'
import { loadFindings } from '#app/redesign/plan/load-findings.server.ts'
import { ownedPlan } from '#app/redesign/plan/owned-plan.server.ts'
import { PlanPage } from '#app/redesign/plan/plan-page.tsx'
import { draftNotNowList } from '#app/redesign/priorities/draft-not-now.ts'
import { NotNowForm } from '#app/redesign/priorities/not-now-form.tsx'
import { draftReason } from '#app/redesign/priorities/priority-words.ts'
import { NOT_NOW_FIELDS, readNotNow } from '#app/redesign/priorities/read-not-now.ts'
import appCss from '#app/ui/app.css?url'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta = () => [{ title: 'Work that waits · Plumbline' }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { engagement, owners, entry } = await ownedEntry(context, params, 'not-now')
  const take = new URL(request.url).searchParams.get('take')
  const findings = take === null ? null : await loadFindings(context.db, engagement)
  const draft = findings && draftNotNowList(findings.scores).find(({ name }) => name === take)
  return {
    signedIn: consultantOf(context).name,
    engagement: { id: engagement.id, clientName: engagement.clientName },
    owners,
    entry,
    draft: draft ? { work: draft.name, reason: draftReason(draft), draftedFrom: draft.name } : {},
  }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { owners } = await ownedPlan(context, params.engagementId)
  return takeEntry(context, params, request, {
    kind: 'not-now',
    back: '/plan/not-now',
    noun: 'work that waits',
    read: (form) => readNotNow(fieldsOf(form, NOT_NOW_FIELDS), owners),
  })
}

export default function PlanNotNowEntry() {
  const { signedIn, engagement, ...form } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  return (
    <PlanPage
      engagement={engagement}
      signedIn={signedIn}
      title={form.entry ? 'Change work that waits' : 'Work that waits'}
      at="/not-now"
    >
      <NotNowForm {...form} failed={failed} back={`/engagements/${engagement.id}/plan/not-now`} />
    </PlanPage>
  )
}
