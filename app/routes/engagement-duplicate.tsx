import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { today } from '#app/http/context.server.ts'
import { consultantOf } from '#app/http/principal.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { duplicateEngagement } from '#app/rounds/duplicate-engagement.server.ts'
import { DuplicateForm } from '#app/rounds/duplicate-form.tsx'
import { ownedEngagement } from '#app/rounds/owned.server.ts'
import { noteDown } from '#app/session/audit.server.ts'
import appCss from '#app/ui/app.css?url'
import { Page } from '#app/ui/page.tsx'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta = () => [{ title: 'Duplicate an engagement · Plumbline' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { id, clientName } = await ownedEngagement(context, params.engagementId)
  return { signedIn: consultantOf(context).name, id, clientName }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const former = await ownedEngagement(context, params.engagementId)
  const form = await readForm(request)
  const clientName = String(form.get('clientName') ?? '').trim()
  const withLeads = form.get('withLeads') === '1'
  const asked = { consultantId: consultantOf(context).id, clientName, withLeads, today: today(context) }
  const result = await duplicateEngagement(context.db, former, asked)
  if (!result.ok) return data({ clientName, errors: result.errors }, 400)
  await noteDown(context, `made this engagement from “${former.clientName}”`, result.engagement.id)
  return redirect(`/engagements/${result.engagement.id}`, 303)
}

export default function DuplicateEngagement() {
  const { signedIn, id, clientName } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const back = `/engagements/${id}`
  return (
    <Page
      title="Duplicate this engagement"
      signedIn={signedIn}
      narrow
      trail={[{ label: clientName, href: back }]}
      lede="A new engagement with the same departments and roles, and the settings and mail texts of the latest round as a draft. Answers, themes and reports are never copied."
    >
      <DuplicateForm
        clientName={refused?.clientName ?? clientName}
        errors={refused?.errors ?? {}}
        back={back}
      />
    </Page>
  )
}
