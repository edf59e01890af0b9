import { isDay } from '#app/rounds/day.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

export type HolidayList = { ok: true; days: string[] } | { ok: false; line: string }

/**
 * Days typed or pasted, one a line; what else stands on a line, such as the holiday's name, is passed over. Reads 2026-12-25,
 * 25.12.2026, 25/12/2026 (the day first) and 25 December 2026. In order, none twice. A line without a day is handed back.
 *
 * @example readHolidays('25 Dec 2026 Christmas') // => { ok: true, days: ['2026-12-25'] }
 */
export function readHolidays(text: string): HolidayList {
  const days: string[] = []
  for (const line of text.split(/[\n;]/).map((part) => part.trim())) {
    if (line === '') continue
    const found = daysIn(line)
    if (found.length === 0 || !found.every(isDay)) return { ok: false, line }
    days.push(...found)
  }
  return { ok: true, days: [...new Set(days)].toSorted() }
}

function daysIn(line: string): string[] {
  const iso = line.matchAll(/(?<!\d)(\d{4})-(\d\d?)-(\d\d?)(?!\d)/g)
  const numbered = line.matchAll(/(?<!\d)(\d\d?)[./](\d\d?)[./](\d{4})(?!\d)/g)
  const named = line.matchAll(/(?<!\d)(\d\d?)(?:st|nd|rd|th)?\s+([a-z]{3})[a-z]*\.?,?\s+(\d{4})(?!\d)/gi)
  return [
    ...Array.from(iso, ([, year, month, day]) => dayOf(year, month, day)),
    ...Array.from(numbered, ([, day, month, year]) => dayOf(year, month, day)),
    ...Array.from(named, ([, day, month = '', year]) => dayOf(year, monthNumber(month), day)),
  ]
}

function monthNumber(name: string): string {
  return String(MONTHS.indexOf(name.toLowerCase()) + 1)
}

function dayOf(year = '', month = '', day = ''): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
