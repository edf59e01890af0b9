import ICAL from 'ical.js'
import type { Forum } from '#app/redesign/rhythm/forum.ts'

/** A calendar file as a calendar program reads it; throws where it is none. */
export function parsed(file: string): ICAL.Component {
  return new ICAL.Component(ICAL.parse(file))
}

/** When the entries of a file take place before a day, in the order of time, in milliseconds since 1970. */
export function occurrences(file: string, before: string): { start: number; end: number }[] {
  const calendar = parsed(file)
  ICAL.TimezoneService.reset()
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone)
  const events = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component))
  const moved = events.filter((event) => event.isRecurrenceException())
  return events
    .filter((event) => !event.isRecurrenceException())
    .flatMap((series) => {
      for (const exception of moved) if (exception.uid === series.uid) series.relateException(exception)
      return held(series, Date.parse(before))
    })
    .toSorted((one, other) => one.start - other.start)
}

function held(series: ICAL.Event, before: number): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  const iterator = series.iterator()
  for (let next = iterator.next(); next; next = iterator.next()) {
    if (next.toUnixTime() * 1000 >= before) return found
    const { startDate, endDate } = series.getOccurrenceDetails(next)
    found.push({ start: startDate.toUnixTime() * 1000, end: endDate.toUnixTime() * 1000 })
  }
  return found
}

export function everyDay(from: string, to: string): string[] {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1
  return Array.from({ length: days }, (_, day) =>
    new Date(Date.parse(from) + day * 86_400_000).toISOString().slice(0, 10),
  )
}

/** The days on which a forum is held, by looking at each day alone. */
export function expectedSittings(
  { cadence, startsOn, holidays, onHoliday }: Pick<Forum, 'cadence' | 'startsOn' | 'holidays' | 'onHoliday'>,
  days: readonly string[],
): string[] {
  const part = (day: string) => {
    const date = new Date(day)
    const next = new Date(Date.parse(day) + 7 * 86_400_000)
    return {
      weekday: date.getUTCDay(),
      month: date.getUTCFullYear() * 12 + date.getUTCMonth(),
      week: Math.ceil(date.getUTCDate() / 7),
      last: next.getUTCMonth() !== date.getUTCMonth(),
    }
  }
  const first = part(startsOn)
  const due = days.filter((day) => {
    const { weekday, month, week, last } = part(day)
    if (day < startsOn || weekday !== first.weekday) return false
    if (cadence === 'weekly') return true
    const inWeek = first.week === 5 ? last : week === first.week
    return inWeek && (cadence === 'monthly' || (month - first.month) % 3 === 0)
  })
  const free = (day: string) => ![0, 6].includes(part(day).weekday) && !holidays.includes(day)
  return due.flatMap((day) => {
    if (!holidays.includes(day)) return [day]
    const next = days.find((later) => later > day && free(later))
    return onHoliday === 'drop' || next === undefined ? [] : [next]
  })
}

/** The moment at which clocks at a place show a time, found by asking the runtime what they show. */
export function instantOf(day: string, time: string, timeZone: string): number {
  const wanted = Date.parse(`${day}T${time}:00Z`)
  const clock = clockAt(timeZone)
  const shown = (moment: number) => Date.parse(`${clock.format(moment).replace(' ', 'T')}Z`)
  const once = wanted - (shown(wanted) - wanted)
  return once - (shown(once) - wanted)
}

const clocks = new Map<string, Intl.DateTimeFormat>()

function clockAt(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone)
  if (known) return known
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
  clocks.set(timeZone, clock)
  return clock
}
