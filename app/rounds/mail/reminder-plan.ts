import { addDays, daysBetween } from '../day.ts'
import { localDay } from '../time-zone.ts'

/** When reminders go out, and when not. */
export interface ReminderPlan {
  /** Days between two reminders, counted from the opening. */
  everyDays: number
  /** The most that one lead gets. */
  most: number
  /** Hours of the client's day between which they may leave: from the first, before the second. */
  fromHour: number
  untilHour: number
  /** IANA name of the client's time zone. */
  timeZone: string
}

const WEEKEND = ['Sat', 'Sun']

/** Days on which reminders are due, the first being number 1. None on the opening day, none after the last day. */
export function reminderDays(plan: ReminderPlan, openedOn: string, closesOn: string): string[] {
  const days: string[] = []
  for (let number = 1; number <= plan.most; number++) {
    const day = addDays(openedOn, number * plan.everyDays)
    if (daysBetween(day, closesOn) < 0) break
    days.push(day)
  }
  return days
}

/** Number of the reminder that is due now, or null. Only the newest counts: nobody gets two at once after a pause. */
export function reminderDue(
  plan: ReminderPlan,
  { openedOn, closesOn }: { openedOn: string; closesOn: string },
  now: Date,
): number | null {
  if (isQuiet(plan, now)) return null
  const today = localDay(plan.timeZone, now)
  if (daysBetween(today, closesOn) < 0) return null
  const passed = reminderDays(plan, openedOn, closesOn).filter((day) => daysBetween(day, today) >= 0).length
  return passed === 0 ? null : passed
}

/** Outside the hours that were agreed, and at weekends, nobody is reminded. */
export function isQuiet({ timeZone, fromHour, untilHour }: ReminderPlan, now: Date): boolean {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    hourCycle: 'h23',
    weekday: 'short',
  })
  const found = Object.fromEntries(parts.formatToParts(now).map(({ type, value }) => [type, value]))
  const hour = Number(found.hour)
  return WEEKEND.includes(found.weekday ?? '') || hour < fromHour || hour >= untilHour
}
