import { addDays, daysBetween } from '#app/rounds/day.ts'
import type { Cadence, Forum } from './forum.ts'

/** What the days of a forum follow from. */
export type Recurring = Pick<Forum, 'cadence' | 'startsOn' | 'onHoliday' | 'holidays'>

/** A day on which a forum is due, and the day on which it is held: another one after a holiday, null where it is left out. */
export interface Sitting {
  due: string
  held: string | null
}

const MONTHS = { monthly: 1, quarterly: 3 } as const

/** 0 is Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}

/** Which of its weekdays in the month a day is, from one; the fifth, which most months lack, counts as the last: -1. */
export function weekOfMonth(day: string): 1 | 2 | 3 | 4 | -1 {
  const week = Math.ceil(Number(day.slice(8)) / 7)
  return week === 5 ? -1 : (week as 1 | 2 | 3 | 4)
}

export function isWeekend(day: string): boolean {
  return [0, 6].includes(weekdayOf(day))
}

/** The first day after this one that is neither in a weekend nor a holiday. */
export function nextWorkingDay(day: string, holidays: readonly string[]): string {
  const next = addDays(day, 1)
  return isWeekend(next) || holidays.includes(next) ? nextWorkingDay(next, holidays) : next
}

/** The days from `from` to `to`, both included, on which the forum is due before holidays are looked at. */
export function dueDays({ cadence, startsOn }: Recurring, from: string, to: string): string[] {
  const days: string[] = []
  if (startsOn === '') return days
  for (let step = stepsBefore(cadence, startsOn, from); ; step++) {
    const day = nthDue(cadence, startsOn, step)
    if (day > to) return days
    if (day >= from) days.push(day)
  }
}

/** The sittings that are due from `from` to `to`. */
export function sittings(forum: Recurring, from: string, to: string): Sitting[] {
  return dueDays(forum, from, to).map((due) => ({ due, held: heldInstead(forum, due) }))
}

/** What holidays do to a forum, in the order of days. */
export function shifts(forum: Recurring): Sitting[] {
  return forum.holidays
    .filter((day) => dueDays(forum, day, day).length > 0)
    .toSorted()
    .map((due) => ({ due, held: heldInstead(forum, due) }))
}

/** A forum is not pushed onto its own next sitting: then this one is left out. */
function heldInstead(forum: Recurring, due: string): string | null {
  if (!forum.holidays.includes(due)) return due
  if (forum.onHoliday === 'drop') return null
  const held = nextWorkingDay(due, forum.holidays)
  return held < dueAfter(forum, due) ? held : null
}

function dueAfter(forum: Recurring, due: string): string {
  const following = dueDays(forum, addDays(due, 1), addDays(due, 100))[0]
  if (following === undefined) throw new Error(`nothing is due within a quarter after ${due}`)
  return following
}

/** As many steps as surely lie before a day, so that a forum that began long ago is not counted up from its first day. */
function stepsBefore(cadence: Cadence, startsOn: string, day: string): number {
  const longest = cadence === 'weekly' ? 7 : 31 * MONTHS[cadence]
  return Math.max(0, Math.floor(daysBetween(startsOn, day) / longest) - 1)
}

function nthDue(cadence: Cadence, startsOn: string, step: number): string {
  if (cadence === 'weekly') return addDays(startsOn, 7 * step)
  const [year, month] = startsOn.split('-').map(Number) as [number, number]
  const first = new Date(Date.UTC(year, month - 1 + step * MONTHS[cadence], 1)).toISOString().slice(0, 10)
  return weekdayInMonth(first, weekdayOf(startsOn), weekOfMonth(startsOn))
}

function weekdayInMonth(first: string, weekday: number, week: number): string {
  const earliest = addDays(first, (weekday - weekdayOf(first) + 7) % 7)
  const [fourth, fifth] = [addDays(earliest, 21), addDays(earliest, 28)]
  if (week === -1) return fifth.slice(0, 7) === first.slice(0, 7) ? fifth : fourth
  return addDays(earliest, 7 * (week - 1))
}
