import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { fieldsOf } from '#app/http/fields-of.ts'
import { consultantOf } from '#app/http/principal.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { importOutcomes } from '#app/redesign/outcomes/import-outcomes.server.ts'
import { OutcomesImportForm } from '#app/redesign/outcomes/outcomes-import-form.tsx'
import { planChanger } from '#app/redesign/plan/owned-plan.server.ts'
import { PlanPage } from '#app/redesign/plan/plan-page.tsx'
import { ownedEngagement } from '#app/rounds/owned.server.ts'
import { noteDown } from '#app/session/audit.server.ts'
import appCss from '#app/ui/app.css?url'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta = () => [{ title: 'Import outcomes · Plumbline' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const engagement = await ownedEngagement(context, params.engagementId)
  return { signedIn: consultantOf(context).name, engagement }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const engagement = await ownedEngagement(context, params.engagementId)
  const { list, file } = fieldsOf(await readForm(request), ['list', 'file'])
  const text = [list, file].filter((one) => one.trim() !== '').join('\n')
  const result = await importOutcomes(context.db, planChanger(context, engagement.id), text)
  if (!result.ok) return data({ text, faults: result.faults }, 400)
  const words = `imported objectives and key results: ${result.added} added, ${result.changed} changed`
  await noteDown(context, words, engagement.id)
  return redirect(`/engagements/${engagement.id}/plan/outcomes`, 303)
}

export default function PlanOutcomesImport() {
  const { signedIn, engagement } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  return (
    <PlanPage
      engagement={engagement}
      signedIn={signedIn}
      title="Import objectives and key results"
      at="/outcomes"
      lede="The file is taken whole or not at all. What is in the plan under the same words is changed, not doubled."
    >
      <OutcomesImportForm {...failed} back={`/engagements/${engagement.id}/plan/outcomes`} />
    </PlanPage>
  )
}
