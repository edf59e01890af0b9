import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { ownedEntry } from '#app/redesign/plan/entry-route.server.ts'
import { calendarFile, hasCalendar } from '#app/redesign/rhythm/calendar-file.server.ts'
import { calendarResponse } from '#app/redesign/rhythm/calendar-response.server.ts'
import { ownerMail } from '#app/redesign/rhythm/load-rhythm.server.ts'

/** One forum as a calendar file. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const { engagement, entry, leads } = await ownedEntry(context, params, 'forum')
  if (!entry || !hasCalendar(entry)) throw redirect(`/engagements/${engagement.id}/plan/rhythm`)
  const { name } = entry.content
  return calendarResponse(calendarFile({ name, forums: [entry], mailOf: ownerMail(leads) }), name)
}
