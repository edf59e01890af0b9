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
import { LEAD_FIELDS, typedLead } from '#app/rounds/lead-details.ts'
import { ownedLead } from '#app/rounds/owned.server.ts'
import { ReplaceForm } from '#app/rounds/replace-form.tsx'
import { openPlacesOf, replaceLead } from '#app/rounds/replace-lead.server.ts'
import { noteDown } from '#app/session/audit.server.ts'
import appCss from '#app/ui/app.css?url'
import { Page } from '#app/ui/page.tsx'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta = () => [{ title: 'Replace a lead · Plumbline' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { engagement, lead } = await ownedLead(context, params)
  return {
    signedIn: consultantOf(context).name,
    engagement,
    lead,
    places: await openPlacesOf(context.db, lead),
    typed: { ...typedLead(lead), name: '', email: '' },
  }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { engagement, lead } = await ownedLead(context, params)
  const form = await readForm(request)
  const typed = fieldsOf(form, LEAD_FIELDS)
  const askedAsWell = form.get('askedAsWell') === '1'
  const { secret } = context.config
  const result = await replaceLead(context.db, engagement, lead, {
    typed,
    askedAsWell,
    secret,
    today: today(context),
  })
  if (!result.ok) return data({ typed, errors: result.errors }, 400)
  await noteDown(context, `replaced ${lead.name} by ${result.newcomer.name}`, engagement.id)
  return redirect(`/engagements/${engagement.id}`, 303)
}

export default function ReplaceLead() {
  const { signedIn, engagement, lead, places, typed } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const back = `/engagements/${engagement.id}/leads/${lead.id}`
  return (
    <Page
      title={`Who takes the place of ${lead.name}?`}
      signedIn={signedIn}
      narrow
      trail={[
        { label: engagement.clientName, href: `/engagements/${engagement.id}` },
        { label: lead.name, href: back },
      ]}
    >
      <ReplaceForm
        former={lead}
        departments={engagement.departments}
        places={places}
        typed={refused?.typed ?? typed}
        errors={refused?.errors ?? {}}
        back={back}
      />
    </Page>
  )
}
