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
import { RemindersPage } from '#app/redesign/commitments/reminders-page.tsx'
import { PlanPage } from '#app/redesign/plan/plan-page.tsx'
import { ownedEngagement } from '#app/rounds/owned.server.ts'
import { isTimeZone, USUAL_ZONE } from '#app/rounds/time-zone.ts'
import { noteDown } from '#app/session/audit.server.ts'
import appCss from '#app/ui/app.css?url'
import { deletePlanReminder, findPlanReminder, listPlanMails, savePlanReminder } from '#db/plan-reminders.ts'
import { listRounds } from '#db/rounds.ts'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta = () => [{ title: 'Reminders of the plan · Plumbline' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const engagement = await ownedEngagement(context, params.engagementId)
  const [round] = await listRounds(context.db, engagement.id)
  return {
    signedIn: consultantOf(context).name,
    engagement,
    hasMail: context.config.mail !== null,
    reminder: await findPlanReminder(context.db, engagement.id),
    timeZone: round?.timeZone ?? USUAL_ZONE,
    mails: await listPlanMails(context.db, engagement.id),
  }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const engagement = await ownedEngagement(context, params.engagementId)
  const { intent, weekday, timeZone } = fieldsOf(await readForm(request), ['intent', 'weekday', 'timeZone'])
  const page = `/engagements/${engagement.id}/plan/reminders`
  if (intent === 'stop') {
    await deletePlanReminder(context.db, engagement.id)
    await noteDown(context, 'stopped the reminders of the plan', engagement.id)
    return redirect(page, 303)
  }
  const day = Number(weekday)
  const errors = {
    ...(!(Number.isInteger(day) && day >= 1 && day <= 7) && { weekday: 'Please choose a day of the week.' }),
    ...(!isTimeZone(timeZone) && { timeZone: 'Please give a time zone such as Europe/Berlin.' }),
  }
  if (Object.keys(errors).length > 0) return data({ typed: { weekday, timeZone }, errors }, 400)
  await savePlanReminder(context.db, { engagementId: engagement.id, weekday: day, timeZone })
  await noteDown(context, 'switched on the reminders of the plan', engagement.id)
  return redirect(page, 303)
}

export default function PlanReminders() {
  const { signedIn, engagement, ...rest } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  return (
    <PlanPage
      engagement={engagement}
      signedIn={signedIn}
      title="Reminders"
      at="/commitments"
      lede="Once a week everybody who owns something is written their own lines: what is late, and what is due within two weeks. Whoever owes nothing gets no mail."
    >
      <RemindersPage {...rest} failed={failed} />
    </PlanPage>
  )
}
