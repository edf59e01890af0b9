import type { Cadence, Forum } from './forum.ts'
import { nameKey, peopleOf } from './people-of.ts'

/** What the rhythm costs one person or role. */
export interface MeetingHours {
  name: string
  /** In the mean month of a year, without preparation. */
  hours: number
  /** Ids of the forums. */
  forums: string[]
}

const TIMES_A_MONTH: Record<Cadence, number> = { weekly: 52 / 12, monthly: 1, quarterly: 1 / 3 }

/**
 * Hours a month in forums, by person or role, the most first.
 *
 * @example a weekly hour is 52 hours a year, so 4.33 a month
 */
export function meetingHours(forums: readonly { id: string; content: Forum }[]): MeetingHours[] {
  const byKey = new Map<string, MeetingHours>()
  for (const { id, content } of forums) {
    const hours = (content.minutes / 60) * TIMES_A_MONTH[content.cadence]
    for (const name of peopleOf(content)) {
      const known = byKey.get(nameKey(name)) ?? { name, hours: 0, forums: [] }
      byKey.set(nameKey(name), { ...known, hours: known.hours + hours, forums: [...known.forums, id] })
    }
  }
  return [...byKey.values()].toSorted(
    (one, other) => other.hours - one.hours || one.name.localeCompare(other.name, 'en'),
  )
}

/** @example hoursWords(4.3333) // => '4.3' */
export function hoursWords(hours: number): string {
  return hours.toFixed(1)
}
