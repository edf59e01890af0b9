import { placeOf } from '#app/rounds/time-zone.ts'
import type { Forum } from './forum.ts'
import { weekdayOf, weekOfMonth } from './schedule.ts'
import { addMinutes } from './wall-clock.ts'

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const WEEKS = { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', [-1]: 'last' } as const

type Timed = Pick<Forum, 'cadence' | 'startsOn' | 'startsAt' | 'minutes' | 'timeZone'>

/** Whether a forum has a day and an hour, so that a calendar can hold it. */
export function isTimed({ startsOn, startsAt }: Pick<Forum, 'startsOn' | 'startsAt'>): boolean {
  return startsOn !== '' && startsAt !== ''
}

/** @example scheduleWords(monthly) // => 'The second Tuesday of each month, 09:00 to 10:30, Berlin time' */
export function scheduleWords(forum: Timed): string {
  const { startsOn, startsAt, minutes, timeZone } = forum
  const end = addMinutes({ day: startsOn, time: startsAt }, minutes).time
  return `${dayWords(forum)}, ${startsAt} to ${end}, ${placeOf(timeZone)} time`
}

export function weekdayName(day: string): string {
  return DAYS[weekdayOf(day)] ?? ''
}

function dayWords({ cadence, startsOn }: Timed): string {
  const weekday = weekdayName(startsOn)
  if (cadence === 'weekly') return `Every ${weekday}`
  const months = cadence === 'monthly' ? 'each month' : 'every third month'
  return `The ${WEEKS[weekOfMonth(startsOn)]} ${weekday} of ${months}`
}

/** @example lengthWords(90) // => '1 h 30 min' */
export function lengthWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return [hours > 0 && `${hours} h`, rest > 0 && `${rest} min`].filter(Boolean).join(' ')
}
