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
import { editRound } from '#app/rounds/create-round.server.ts'
import { instrumentKeys, loadRoundForm } from '#app/rounds/load-round-form.server.ts'
import { ownedRound } from '#app/rounds/owned.server.ts'
import { RoundForm } from '#app/rounds/round-form.tsx'
import { ROUND_FIELDS, readRoundSettings, settingsOf } from '#app/rounds/round-settings.ts'
import appCss from '#app/ui/app.css?url'
import { Page } from '#app/ui/page.tsx'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta = () => [{ title: 'Settings of the round · Plumbline' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { round, engagement } = await ownedRound(context, params.roundId)
  if (round.state !== 'draft') throw redirect(`/rounds/${round.id}`)
  const form = await loadRoundForm(context.db, engagement.id, settingsOf(round))
  return { consultantName: consultantOf(context).name, roundId: round.id, title: round.title, form }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { round } = await ownedRound(context, params.roundId)
  const typed = fieldsOf(await readForm(request), ROUND_FIELDS)
  const result = readRoundSettings(typed, await instrumentKeys(context.db))
  if (!result.ok) return data({ typed, errors: result.errors }, 400)
  await editRound(context.db, round, result.settings)
  return redirect(`/rounds/${round.id}`, 303)
}

export default function EditRound() {
  const { consultantName, roundId, title, form } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const back = `/rounds/${roundId}`
  return (
    <Page title="Settings" signedIn={consultantName} narrow trail={[{ label: title, href: back }]}>
      <RoundForm
        {...form}
        typed={failed?.typed ?? form.typed}
        errors={failed?.errors ?? {}}
        consultantName={consultantName}
        act="Save"
        back={back}
      />
    </Page>
  )
}
