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
import { editEngagement } from '#app/rounds/edit-engagement.server.ts'
import { readEngagement, typedEngagement } from '#app/rounds/engagement-details.ts'
import { EngagementForm } from '#app/rounds/engagement-form.tsx'
import { ownedEngagement } from '#app/rounds/owned.server.ts'
import appCss from '#app/ui/app.css?url'
import { Page } from '#app/ui/page.tsx'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta = () => [{ title: 'Edit the engagement · Plumbline' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const engagement = await ownedEngagement(context, params.engagementId)
  return { signedIn: consultantOf(context).name, engagement }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const engagement = await ownedEngagement(context, params.engagementId)
  const typed = fieldsOf(await readForm(request), ['clientName', 'departments', 'roles'])
  const result = await editEngagement(context.db, engagement, readEngagement(typed))
  if (!result.ok) return data({ typed, errors: result.errors }, 400)
  return redirect(`/engagements/${engagement.id}`, 303)
}

export default function EditEngagement() {
  const { signedIn, engagement } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const back = `/engagements/${engagement.id}`
  return (
    <Page
      title="Names and lists"
      signedIn={signedIn}
      narrow
      trail={[{ label: engagement.clientName, href: back }]}
    >
      <EngagementForm
        typed={failed?.typed ?? typedEngagement(engagement)}
        errors={failed?.errors ?? {}}
        act="Save"
        back={back}
      />
    </Page>
  )
}
