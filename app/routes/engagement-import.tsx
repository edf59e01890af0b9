import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { consultantOf } from '#app/http/principal.server.ts'
import { readUpload } from '#app/http/read-upload.server.ts'
import { importParcel } from '#app/report/parcel/import-parcel.server.ts'
import { ParcelForm } from '#app/report/parcel/parcel-form.tsx'
import { noteDown } from '#app/session/audit.server.ts'
import appCss from '#app/ui/app.css?url'
import { Page } from '#app/ui/page.tsx'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta = () => [{ title: 'Take in an engagement · Plumbline' }]

export async function loader({ context }: LoaderFunctionArgs) {
  return { signedIn: consultantOf(context).name }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const bytes = await readUpload(request, 'parcel')
  const taken = { consultantId: consultantOf(context).id, secret: context.config.secret }
  const result = await importParcel(context.db, bytes, taken)
  if (!result.ok) return data({ error: result.error }, 400)
  await noteDown(context, `took in ${result.clientName} from another server`, result.engagementId)
  return redirect(`/engagements/${result.engagementId}`, 303)
}

export default function ImportEngagement() {
  const { signedIn } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  return (
    <Page
      title="Take in an engagement"
      signedIn={signedIn}
      trail={[{ label: 'Engagements', href: '/engagements' }]}
      lede="From a parcel that another Plumbline has made."
      narrow
    >
      <ParcelForm error={failed?.error} />
    </Page>
  )
}
