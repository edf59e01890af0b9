import { type ActionFunctionArgs, data, type LinksFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { fieldsOf } from '#app/http/fields-of.ts'
import { consultantOf } from '#app/http/principal.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { ObjectiveForm } from '#app/redesign/outcomes/objective-form.tsx'
import { OBJECTIVE_FIELDS, readObjective } from '#app/redesign/outcomes/read-outcome-forms.ts'
import { ownedEntry, takeEntry } from '#app/redesign/plan/entry-route.server.ts'
import { PlanPage } from '#app/redesign/plan/plan-page.tsx'
import appCss from '#app/ui/app.css?url'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta = () => [{ title: 'Objective · Plumbline' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { engagement, plan, owners, entry } = await ownedEntry(context, params, 'objective')
  return { signedIn: consultantOf(context).name, engagement, priorities: plan.priority, owners, entry }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { plan, entry } = await ownedEntry(context, params, 'objective')
  const intent = (await readForm(request.clone())).get('intent')
  const held = plan['key-result'].some(({ content }) => content.objectiveId === entry?.id)
  if (entry && intent === 'remove' && held) return data(HELD(entry), 409)
  return takeEntry(context, params, request, {
    kind: 'objective',
    back: '/plan/outcomes',
    noun: 'an objective',
    read: (form) => readObjective(fieldsOf(form, OBJECTIVE_FIELDS), plan),
  })
}

const HELD = ({ content, revision }: { content: Record<string, string>; revision: number }) => ({
  ok: false as const,
  status: 409,
  errors: { form: 'It still has key results. Take them out first, or move them to another objective.' },
  typed: content,
  revision,
})

export default function PlanObjective() {
  const { signedIn, engagement, priorities, owners, entry } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  return (
    <PlanPage engagement={engagement} signedIn={signedIn} title="Objective" at="/outcomes">
      <ObjectiveForm
        entry={entry}
        priorities={priorities}
        owners={owners}
        failed={failed}
        back={`/engagements/${engagement.id}/plan/outcomes`}
      />
    </PlanPage>
  )
}
