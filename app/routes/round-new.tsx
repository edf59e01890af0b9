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
import { createRound } from '#app/rounds/create-round.server.ts'
import { instrumentKeys, loadRoundForm, nextRoundSettings } from '#app/rounds/load-round-form.server.ts'
import { ownedEngagement } from '#app/rounds/owned.server.ts'
import { RoundForm } from '#app/rounds/round-form.tsx'
import { ROUND_FIELDS, readRoundSettings } from '#app/rounds/round-settings.ts'
import appCss from '#app/ui/app.css?url'
import { Page } from '#app/ui/page.tsx'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta = () => [{ title: 'Plan a round · Plumbline' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const engagement = await ownedEngagement(context, params.engagementId)
  const settings = await nextRoundSettings(context.db, engagement.id, today(context))
  const form = await loadRoundForm(context.db, engagement.id, settings)
  return { consultantName: consultantOf(context).name, engagement, form }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const engagement = await ownedEngagement(context, params.engagementId)
  const typed = fieldsOf(await readForm(request), ROUND_FIELDS)
  const result = readRoundSettings(typed, await instrumentKeys(context.db))
  if (!result.ok) return data({ typed, errors: result.errors }, 400)
  const round = await createRound(context.db, engagement.id, result.settings)
  return redirect(`/rounds/${round.id}`, 303)
}

export default function NewRound() {
  const { consultantName, engagement, form } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const back = `/engagements/${engagement.id}`
  return (
    <Page
      title="Plan a round"
      signedIn={consultantName}
      narrow
      trail={[{ label: engagement.clientName, href: back }]}
      lede="Nothing is sent yet. Everything here can be changed until you open the round."
    >
      <RoundForm
        {...form}
        typed={failed?.typed ?? form.typed}
        errors={failed?.errors ?? {}}
        consultantName={consultantName}
        act="Create the round"
        back={back}
      />
    </Page>
  )
}
