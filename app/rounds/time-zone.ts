import { daysBetween, writtenDay } from './day.ts'
import type { Round } from './round.ts'

export const USUAL_ZONE = 'UTC'

/** The day at a place, as YYYY-MM-DD. */
export function localDay(timeZone: string, now: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now)
}

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** Whether a day is over at a place. */
export function isOver(day: string, timeZone: string, now: Date): boolean {
  return daysBetween(day, localDay(timeZone, now)) > 0
}

/** @example placeOf('America/New_York') // => 'New York' */
export function placeOf(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ')
}

type LastDay = Pick<Round, 'closesOn' | 'timeZone' | 'closesItself'>

export function zoneOf({ timeZone }: Pick<Round, 'timeZone'>): string {
  return timeZone ?? USUAL_ZONE
}

/**
 * The last day for answers as leads read it. Where the round ends by itself, whose day it is matters.
 *
 * @example lastDayInWords({ closesOn: '2026-03-13', timeZone: 'Europe/Berlin', closesItself: true }) // => '13 March 2026 (until midnight, Berlin time)'
 */
export function lastDayInWords(round: LastDay): string {
  const day = writtenDay(round.closesOn)
  return round.closesItself ? `${day} (until midnight, ${placeOf(zoneOf(round))} time)` : day
}

/** @example endInWords({ closesOn: '2026-03-13' }) // => 'meant to end on 13 March 2026' */
export function endInWords(round: LastDay): string {
  const day = writtenDay(round.closesOn)
  return round.closesItself
    ? `ends by itself with ${day}, ${placeOf(zoneOf(round))} time`
    : `meant to end on ${day}`
}
