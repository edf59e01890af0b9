import type { TimelineTick } from '#app/charts/timeline.ts'
import { addDays, daysBetween } from '#app/rounds/day.ts'

/** The days that a timeline covers. */
export interface Span {
  from: string
  to: string
}

/** Weeks that are shown even where everything is due sooner. */
const LEAST_DAYS = 56

/** From the first of the days, or today, to the last, and a little beyond. Days are YYYY-MM-DD; empty ones do not count. */
export function spanOf(days: readonly string[], today: string): Span {
  const known = [...days.filter((day) => day !== ''), today].toSorted()
  const from = known[0] ?? today
  const last = known.at(-1) ?? today
  const least = addDays(from, LEAST_DAYS)
  return { from, to: last > least ? addDays(last, 3) : least }
}

/** Where a day lies in a span, 0..1. */
export function placeIn({ from, to }: Span, day: string): number {
  return Math.min(Math.max(daysBetween(from, day) / daysBetween(from, to), 0), 1)
}

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'short', year: '2-digit', timeZone: 'UTC' })

/** The firsts of the months in a span. */
export function monthTicks(span: Span): TimelineTick[] {
  const ticks: TimelineTick[] = []
  for (let day = firstOfNextMonth(span.from); day <= span.to; day = firstOfNextMonth(day))
    ticks.push({ at: placeIn(span, day), label: MONTH.format(new Date(`${day}T00:00:00Z`)) })
  return ticks
}

function firstOfNextMonth(day: string): string {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10)
}
