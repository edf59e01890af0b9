import { writtenDay } from '#app/rounds/day.ts'

/** @example dayRange('2026-01-05', '') // => 'from 5 January 2026' */
export function dayRange(from: string, until: string): string {
  return [from && `from ${writtenDay(from)}`, until && `until ${writtenDay(until)}`].filter(Boolean).join(' ')
}
