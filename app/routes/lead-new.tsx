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
import { addLead } from '#app/rounds/add-leads.server.ts'
import { EMPTY_LEAD, LEAD_FIELDS } from '#app/rounds/lead-details.ts'
import { LeadForm } from '#app/rounds/lead-form.tsx'
import { ownedEngagement } from '#app/rounds/owned.server.ts'
import appCss from '#app/ui/app.css?url'
import { Page } from '#app/ui/page.tsx'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta = () => [{ title: 'Add a lead · Plumbline' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const engagement = await ownedEngagement(context, params.engagementId)
  return { signedIn: consultantOf(context).name, engagement }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const engagement = await ownedEngagement(context, params.engagementId)
  const typed = fieldsOf(await readForm(request), LEAD_FIELDS)
  const result = await addLead(context.db, engagement, typed)
  if (!result.ok) return data({ typed, errors: result.errors }, 400)
  return redirect(`/engagements/${engagement.id}`, 303)
}

export default function NewLead() {
  const { signedIn, engagement } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const trail = [{ label: engagement.clientName, href: `/engagements/${engagement.id}` }]
  return (
    <Page title="Add a lead" signedIn={signedIn} narrow trail={trail}>
      <LeadForm
        engagement={engagement}
        typed={failed?.typed ?? EMPTY_LEAD}
        errors={failed?.errors ?? {}}
        act="Add the lead"
      />
    </Page>
  )
}
