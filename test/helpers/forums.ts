import type { PlanEntry } from '#app/redesign/plan/plan.ts'
import type { Forum } from '#app/redesign/rhythm/forum.ts'

/** A weekly forum in which nothing is wrong. */
export const WEEKLY: Forum = {
  cadence: 'weekly',
  name: 'Weekly leadership meeting',
  purpose: 'Clear what blocks delivery and deal with the nearest risks',
  owner: 'Chief operating officer',
  members: ['Ada Berg', 'Boris Ahn'],
  decides: 'Who acts on a blocked matter, and by when',
  agenda: ['What has moved in the results?', 'What is blocked, and who decides?'],
  inputs: 'Open decisions, in writing',
  outputs: 'Decisions with a name and a date',
  mustNotBecome: 'A reading of slides',
  minutes: 45,
  startsOn: '2027-01-05',
  startsAt: '09:00',
  timeZone: 'Europe/Berlin',
  onHoliday: 'next-working-day',
  holidays: [],
}

export function forumWith(changes: Partial<Forum> = {}): Forum {
  return { ...WEEKLY, ...changes }
}

export function forumEntry(id: string, changes: Partial<Forum> = {}, revision = 1): PlanEntry<'forum'> {
  const content = forumWith(changes)
  return { id, kind: 'forum', content, revision, changedOn: '2026-12-01', changedBy: 'Ada' }
}
