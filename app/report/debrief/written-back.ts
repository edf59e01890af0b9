import { addDays, writtenDay } from '#app/rounds/day.ts'

const MONTHS = Array.from({ length: 12 }, (_, month) => {
  const [, name = ''] = writtenDay(`2026-${String(month + 1).padStart(2, '0')}-01`).split(' ')
  return name
})

/**
 * The day that a report has written out; empty where the words are no day.
 *
 * @example dayWritten('9 March 2026') // => '2026-03-09'
 */
export function dayWritten(words: string): string {
  const [day = '', name = '', year = ''] = words.split(' ')
  const month = MONTHS.indexOf(name) + 1
  if (month === 0 || !/^\d{1,2}$/.test(day) || !/^\d{4}$/.test(year)) return ''
  const found = addDays(`${year}-${String(month).padStart(2, '0')}-01`, Number(day) - 1)
  return writtenDay(found) === words ? found : ''
}
