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
import { createEngagement } from '#app/rounds/create-engagement.server.ts'
import defaultRoles from '#app/rounds/default-roles.json'
import { readEngagement } from '#app/rounds/engagement-details.ts'
import { EngagementForm } from '#app/rounds/engagement-form.tsx'
import appCss from '#app/ui/app.css?url'
import { Page } from '#app/ui/page.tsx'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta = () => [{ title: 'New engagement · Plumbline' }]

export function loader({ context }: LoaderFunctionArgs) {
  return { signedIn: consultantOf(context).name }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const typed = fieldsOf(await readForm(request), ['clientName', 'departments', 'roles'])
  const consultant = consultantOf(context)
  const result = await createEngagement(context.db, consultant.id, readEngagement(typed), today(context))
  if (!result.ok) return data({ typed, errors: result.errors }, 400)
  return redirect(`/engagements/${result.engagement.id}`, 303)
}

export default function NewEngagement() {
  const { signedIn } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const typed = failed?.typed ?? { clientName: '', departments: '', roles: defaultRoles.join('\n') }
  return (
    <Page
      title="New engagement"
      signedIn={signedIn}
      narrow
      trail={[{ label: 'Engagements', href: '/engagements' }]}
    >
      <EngagementForm
        typed={typed}
        errors={failed?.errors ?? {}}
        act="Create the engagement"
        back="/engagements"
      />
    </Page>
  )
}
