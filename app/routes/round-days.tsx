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
import { changeLastDay, LAST_DAY_FIELDS } from '#app/rounds/change-last-day.server.ts'
import { writtenDay } from '#app/rounds/day.ts'
import { LastDayForm } from '#app/rounds/last-day-form.tsx'
import { timeZones } from '#app/rounds/load-round-form.server.ts'
import { ownedRound } from '#app/rounds/owned.server.ts'
import { endInWords, zoneOf } from '#app/rounds/time-zone.ts'
import { noteDown } from '#app/session/audit.server.ts'
import appCss from '#app/ui/app.css?url'
import { Page } from '#app/ui/page.tsx'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta = () => [{ title: 'Last day · Plumbline' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { round } = await ownedRound(context, params.roundId)
  if (round.state !== 'open') throw redirect(`/rounds/${round.id}`)
  const { id, title, closesOn } = round
  return {
    signedIn: consultantOf(context).name,
    round: { id, title, closesOn },
    lede: `The round ${round.closesItself ? '' : 'is '}${endInWords(round)}.`,
    typed: { closesOn, timeZone: zoneOf(round), closesItself: round.closesItself ? '1' : '' },
    zones: timeZones(),
  }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { round } = await ownedRound(context, params.roundId)
  const typed = fieldsOf(await readForm(request), LAST_DAY_FIELDS)
  const result = await changeLastDay(context.db, round, typed, context.now())
  if (!result.ok) return data({ typed, errors: result.errors }, 400)
  const words = `set the last day of “${round.title}” to ${writtenDay(result.closesOn)}`
  await noteDown(context, words, round.engagementId)
  return redirect(`/rounds/${round.id}`, 303)
}

export default function RoundDays() {
  const { signedIn, round, lede, typed, zones } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const back = `/rounds/${round.id}`
  return (
    <Page
      title="Last day"
      signedIn={signedIn}
      narrow
      trail={[{ label: round.title, href: back }]}
      lede={lede}
    >
      <LastDayForm
        earliest={round.closesOn}
        typed={refused?.typed ?? typed}
        errors={refused?.errors ?? {}}
        zones={zones}
        back={back}
      />
    </Page>
  )
}
