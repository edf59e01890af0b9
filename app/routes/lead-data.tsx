import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { consultantOf } from '#app/http/principal.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { erasePerson } from '#app/report/person/erase-person.server.ts'
import { loadPerson } from '#app/report/person/load-person.server.ts'
import { PersonView } from '#app/report/person/person-view.tsx'
import { listed } from '#app/rounds/count-words.ts'
import { ownedLead } from '#app/rounds/owned.server.ts'
import { noteDown } from '#app/session/audit.server.ts'
import appCss from '#app/ui/app.css?url'
import { Page } from '#app/ui/page.tsx'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta = () => [{ title: 'Data of one person · Plumbline' }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { engagement, lead } = await ownedLead(context, params)
  const isErased = new URL(request.url).searchParams.has('erased')
  return {
    signedIn: consultantOf(context).name,
    engagement: { id: engagement.id, clientName: engagement.clientName },
    leadId: lead.id,
    person: await loadPerson(context.db, engagement, lead),
    erased: isErased ? `The answers of ${lead.name} are gone wherever they could be found.` : null,
  }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { engagement, lead } = await ownedLead(context, params)
  if ((await readForm(request)).get('intent') !== 'erase') throw new Response(null, { status: 400 })
  const titles = await erasePerson(context.db, lead)
  const where = titles.map((title) => `“${title}”`)
  if (titles.length > 0)
    await noteDown(context, `erased the answers of ${lead.name} in ${listed(where)}`, engagement.id)
  return redirect(`/engagements/${engagement.id}/leads/${lead.id}/data?erased`, 303)
}

export default function LeadData() {
  const { signedIn, engagement, leadId, person, erased } = useLoaderData<typeof loader>()
  const base = `/engagements/${engagement.id}/leads/${leadId}`
  const trail = [
    { label: engagement.clientName, href: `/engagements/${engagement.id}` },
    { label: person.name, href: base },
  ]
  return (
    <Page title={`What is held about ${person.name}`} signedIn={signedIn} trail={trail} narrow>
      <PersonView person={person} base={base} erased={erased} />
    </Page>
  )
}
