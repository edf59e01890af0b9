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
import { editLead, removeLead } from '#app/rounds/edit-lead.server.ts'
import { LEAD_FIELDS, typedLead } from '#app/rounds/lead-details.ts'
import { LeadForm } from '#app/rounds/lead-form.tsx'
import { ownedLead } from '#app/rounds/owned.server.ts'
import appCss from '#app/ui/app.css?url'
import { Confirm } from '#app/ui/confirm.tsx'
import { Page } from '#app/ui/page.tsx'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta = () => [{ title: 'Lead · Plumbline' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  return { signedIn: consultantOf(context).name, ...(await ownedLead(context, params)) }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { engagement, lead } = await ownedLead(context, params)
  const form = await readForm(request)
  const removing = form.get('intent') === 'remove'
  const typed = removing ? typedLead(lead) : fieldsOf(form, LEAD_FIELDS)
  const result = removing
    ? await removeLead(context.db, lead)
    : await editLead(context.db, engagement, lead, typed)
  if (!result.ok) return data({ typed, errors: result.errors }, 400)
  return redirect(`/engagements/${engagement.id}`, 303)
}

export default function EditLead() {
  const { signedIn, engagement, lead } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const trail = [{ label: engagement.clientName, href: `/engagements/${engagement.id}` }]
  return (
    <Page title={lead.name} signedIn={signedIn} narrow trail={trail}>
      <div className="stack-wide">
        <LeadForm
          engagement={engagement}
          typed={failed?.typed ?? typedLead(lead)}
          errors={failed?.errors ?? {}}
          act="Save"
        />
        <Confirm ask="Remove this lead" act={`Remove ${lead.name}`} intent="remove" look="danger">
          <p>{`${lead.name} leaves the list of ${engagement.clientName} and will not be invited.`}</p>
        </Confirm>
      </div>
    </Page>
  )
}
