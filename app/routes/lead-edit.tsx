import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { today } from '#app/http/context.server.ts'
import { fieldsOf } from '#app/http/fields-of.ts'
import { consultantOf } from '#app/http/principal.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { type EditLeadResult, editLead, removeLead } from '#app/rounds/edit-lead.server.ts'
import { LEAD_FIELDS, typedLead } from '#app/rounds/lead-details.ts'
import { LeadForm } from '#app/rounds/lead-form.tsx'
import { LeadSteps } from '#app/rounds/lead-steps.tsx'
import { askLeadAgain, leaveLead } from '#app/rounds/leave-lead.server.ts'
import { ownedLead } from '#app/rounds/owned.server.ts'
import { noteDown } from '#app/session/audit.server.ts'
import appCss from '#app/ui/app.css?url'
import { Page } from '#app/ui/page.tsx'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta = () => [{ title: 'Lead · Plumbline' }]

const STEP_WORDS: Record<string, string> = {
  remove: 'removed',
  leave: 'left out of later rounds:',
  return: 'took back on the list:',
}

export async function loader({ context, params }: LoaderFunctionArgs) {
  return { signedIn: consultantOf(context).name, ...(await ownedLead(context, params)) }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { engagement, lead } = await ownedLead(context, params)
  const form = await readForm(request)
  const intent = String(form.get('intent'))
  const steps: Record<string, () => Promise<EditLeadResult>> = {
    remove: () => removeLead(context.db, lead),
    leave: () => leaveLead(context.db, lead, today(context)),
    return: () => askLeadAgain(context.db, lead),
  }
  const step = Object.hasOwn(steps, intent) ? steps[intent] : undefined
  const typed = step ? typedLead(lead) : fieldsOf(form, LEAD_FIELDS)
  const result = await (step ? step() : editLead(context.db, engagement, lead, typed))
  if (!result.ok) return data({ typed, errors: result.errors }, 400)
  await noteDown(context, `${(step && STEP_WORDS[intent]) ?? 'edited'} ${lead.name}`, engagement.id)
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
        <LeadSteps engagement={engagement} lead={lead} />
        <p>
          <a href={`/engagements/${engagement.id}/leads/${lead.id}/data`}>What is held about {lead.name}</a>:
          to be handed over, or erased.
        </p>
      </div>
    </Page>
  )
}
