import type { Recurring } from './schedule.ts'
import { weekdayOf, weekOfMonth } from './schedule.ts'

const DAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']

/**
 * How calendars are told when a forum is due.
 *
 * @example recurrenceRule({ cadence: 'quarterly', startsOn: '2027-01-12' }) // => 'FREQ=MONTHLY;INTERVAL=3;BYDAY=2TU'
 */
export function recurrenceRule({ cadence, startsOn }: Pick<Recurring, 'cadence' | 'startsOn'>): string {
  const weekday = DAYS[weekdayOf(startsOn)]
  if (cadence === 'weekly') return `FREQ=WEEKLY;BYDAY=${weekday}`
  const interval = cadence === 'quarterly' ? ';INTERVAL=3' : ''
  return `FREQ=MONTHLY${interval};BYDAY=${weekOfMonth(startsOn)}${weekday}`
}
