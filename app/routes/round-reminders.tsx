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
import { roundMailOf } from '#app/rounds/mail/queue-mail.server.ts'
import { PLAN_FIELDS, readPlan, typedPlan } from '#app/rounds/mail/reminder-form.ts'
import { RemindersForm } from '#app/rounds/mail/reminders-form.tsx'
import { saveReminders } from '#app/rounds/mail/save-mail.server.ts'
import { ownedRound } from '#app/rounds/owned.server.ts'
import appCss from '#app/ui/app.css?url'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Page } from '#app/ui/page.tsx'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta = () => [{ title: 'Reminders · Plumbline' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { round } = await ownedRound(context, params.roundId)
  const { reminders } = await roundMailOf(context.db, round.id)
  return {
    signedIn: consultantOf(context).name,
    round: { id: round.id, title: round.title },
    typed: typedPlan(reminders),
    planned: reminders !== null,
    zones: Intl.supportedValuesOf('timeZone'),
  }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { round } = await ownedRound(context, params.roundId)
  const form = await readForm(request)
  const typed = fieldsOf(form, PLAN_FIELDS)
  const off = form.get('intent') === 'off'
  const read = off ? null : readPlan(typed)
  if (read && !read.ok) return data({ typed, errors: read.errors }, 400)
  await saveReminders(context.db, round.id, read?.plan ?? null)
  context.wakeMailer()
  return redirect(round.state === 'open' ? `/rounds/${round.id}/mail` : `/rounds/${round.id}`, 303)
}

export default function RoundReminders() {
  const { signedIn, round, typed, planned, zones } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <Page
      title="Reminders by plan"
      signedIn={signedIn}
      trail={[{ label: round.title, href: `/rounds/${round.id}` }]}
      lede="Sent by the server to whoever has not handed in, at hours that suit the client."
      narrow
    >
      <ErrorSummary errors={refused?.errors ?? {}} />
      <RemindersForm
        typed={refused?.typed ?? typed}
        errors={refused?.errors ?? {}}
        planned={planned}
        zones={zones}
      />
    </Page>
  )
}
