import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { ownedPlan } from '#app/redesign/plan/owned-plan.server.ts'
import { calendarFile, hasCalendar } from '#app/redesign/rhythm/calendar-file.server.ts'
import { calendarResponse } from '#app/redesign/rhythm/calendar-response.server.ts'
import { ownerMail } from '#app/redesign/rhythm/load-rhythm.server.ts'

/** All forums that have a day and a time, as one calendar file. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const { engagement, plan, leads } = await ownedPlan(context, params.engagementId)
  if (!plan.forum.some(hasCalendar)) throw redirect(`/engagements/${engagement.id}/plan/rhythm`)
  const name = `${engagement.clientName}: operating rhythm`
  return calendarResponse(calendarFile({ name, forums: plan.forum, mailOf: ownerMail(leads) }), name)
}
