import type { Conflict, ForumEntry } from './conflict.ts'
import { faultsOf } from './forum-faults.ts'
import { faultsBetween } from './forum-pairs.ts'
import { RHYTHM_LIMITS } from './forum-templates.ts'
import { hoursWords, meetingHours } from './meeting-hours.ts'

/**
 * What will not work in a rhythm: forum by forum, then between two, then for people.
 *
 * @param known names of people and roles of the engagement
 */
export function conflictsOf(forums: readonly ForumEntry[], known: readonly string[]): Conflict[] {
  const pairs = forums.flatMap((one, index) => forums.slice(index + 1).map((other) => [one, other] as const))
  return [
    ...forums.flatMap((forum) => faultsOf(forum, known)),
    ...pairs.flatMap(([one, other]) => faultsBetween(one, other)),
    ...burdens(forums),
  ]
}

function burdens(forums: readonly ForumEntry[]): Conflict[] {
  const { hoursAMonth, forums: seats } = RHYTHM_LIMITS
  return meetingHours(forums).flatMap(({ name, hours, forums: ids }) => [
    ...(hours > hoursAMonth.most
      ? [
          {
            kind: 'too-many-hours' as const,
            words: `${name} would sit in forums for ${hoursWords(hours)} hours a month, more than ${hoursAMonth.most}.`,
            forums: ids,
          },
        ]
      : []),
    ...(ids.length > seats.most
      ? [
          {
            kind: 'too-many-forums' as const,
            words: `${name} sits in ${ids.length} forums. ${seats.reason}`,
            forums: ids,
          },
        ]
      : []),
  ])
}
