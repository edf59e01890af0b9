import ical, { type ICalCalendar, type ICalDayJsStub, type ICalEventData } from 'ical-generator'
import type { PlanEntry } from '../plan/plan.ts'
import { calendarDescription, calendarLine } from './calendar-text.ts'
import type { Forum } from './forum.ts'
import { recurrenceRule } from './recurrence-rule.ts'
import { shifts } from './schedule.ts'
import { isTimed } from './schedule-words.ts'
import { vtimezone } from './vtimezone.server.ts'
import { addMinutes, type WallClock } from './wall-clock.ts'

type ForumEntry = Pick<PlanEntry<'forum'>, 'id' | 'content' | 'revision' | 'changedOn'>

export interface CalendarFile {
  /** What a calendar program calls the list of entries. */
  name: string
  forums: readonly ForumEntry[]
  /** The address of a forum's owner, where the file may carry it. */
  mailOf: (forum: Forum) => string | null
}

/** Whether a calendar can hold the forum: it has a day, an hour, and a time zone that can be defined. */
export function hasCalendar({ content }: Pick<ForumEntry, 'content'>): boolean {
  return isTimed(content) && vtimezone(content.timeZone) !== null
}

/**
 * Forums as a file of recurring entries. The same plan makes the same file. Ids stay and the sequence counts the entry's
 * revisions, so that a file taken in again puts what it says in place of what stands there.
 */
export function calendarFile({ name, forums, mailOf }: CalendarFile): string {
  const calendar = ical({ prodId: '//Plumbline//Operating rhythm//EN', name: escaped(calendarLine(name)) })
  calendar.timezone({ name: null, generator: vtimezone })
  for (const forum of forums.filter(hasCalendar)) addForum(calendar, forum, mailOf(forum.content))
  return `${calendar.toString()}\r\n`
}

function addForum(calendar: ICalCalendar, entry: ForumEntry, mail: string | null): void {
  const { content } = entry
  const moved = shifts(content)
  const left = moved.filter(({ held }) => held === null).map(({ due }) => due)
  const series = [`RRULE:${recurrenceRule(content)}`, ...left.map((due) => exceptionLine(content, due))]
  calendar.createEvent({ ...eventOf(entry, content.startsOn, mail), repeating: series.join('\r\n') })
  for (const { due, held } of moved) {
    if (held === null) continue
    // The sitting itself is moved. An EXDATE beside it would take it out, and the moved one with it.
    const recurrenceId = wall(content.timeZone, { day: due, time: content.startsAt })
    calendar.createEvent({ ...eventOf(entry, held, mail, due), recurrenceId })
  }
}

function eventOf(entry: ForumEntry, day: string, mail: string | null, due?: string): ICalEventData {
  const { id, content, revision, changedOn } = entry
  const start = { day, time: content.startsAt }
  const stamp = new Date(`${changedOn}T00:00:00Z`)
  return {
    id: `${id}@plumbline`,
    sequence: revision,
    stamp,
    lastModified: stamp,
    timezone: content.timeZone,
    start: wall(content.timeZone, start),
    end: wall(content.timeZone, addMinutes(start, content.minutes)),
    summary: calendarLine(content.name),
    description: calendarDescription(content, due),
    ...(mail !== null && { organizer: { name: parameter(content.owner), email: mail } }),
  }
}

/** One line for each sitting that is left out: some programs read no list. */
function exceptionLine({ timeZone, startsAt }: Forum, due: string): string {
  const moment = `${due.replaceAll('-', '')}T${startsAt.replace(':', '')}00`
  return timeZone === 'UTC' ? `EXDATE:${moment}Z` : `EXDATE;TZID=${timeZone}:${moment}`
}

/**
 * What the wall shows, for a library that writes dates of several kinds. A date of the language would be turned by the
 * server's own time zone; this one is written as it stands.
 */
function wall(zone: string, { day, time }: WallClock): ICalDayJsStub {
  const written: Record<string, string> = {
    YYYYMMDD: day.replaceAll('-', ''),
    HHmmss: `${time.replace(':', '')}00`,
  }
  const stub: ICalDayJsStub = {
    format: (pattern = '') => written[pattern] ?? `${day}T${time}`,
    isValid: () => true,
    toDate: () => new Date(`${day}T${time}:00Z`),
    toJSON: () => `${day}T${time}[${zone}]`,
    tz: () => stub,
    utc: () => stub,
  }
  return stub
}

/** Within the quotes of a parameter nothing can be escaped. */
function parameter(name: string): string {
  return calendarLine(name).replaceAll('"', '’').replaceAll('\\', '/')
}

/** The library writes the name of a calendar as it comes. */
function escaped(line: string): string {
  return line.replace(/[\\;,]/g, (sign) => `\\${sign}`)
}
