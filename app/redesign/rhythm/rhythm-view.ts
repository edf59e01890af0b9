import { addDays } from '#app/rounds/day.ts'
import type { PlanEntry } from '../plan/plan.ts'
import type { Conflict } from './conflict.ts'
import { conflictsOf } from './conflicts.ts'
import type { DraftForum } from './draft-rhythm.ts'
import { CADENCES, type Forum } from './forum.ts'
import { RHYTHM_LIMITS } from './forum-templates.ts'
import { type MeetingHours, meetingHours } from './meeting-hours.ts'
import { type Sitting, shifts, sittings } from './schedule.ts'
import { isTimed, scheduleWords } from './schedule-words.ts'

export interface ShownForum {
  id: string
  forum: Forum
  /** When it is held, in words; null where that is not settled. */
  when: string | null
  /** The next days on which it is held. */
  next: string[]
  /** What holidays do to it from now on. */
  moved: Sitting[]
}

export interface RhythmView {
  forums: ShownForum[]
  conflicts: Conflict[]
  hours: (MeetingHours & { over: boolean })[]
  /** Forums that findings ask for and that the plan does not hold yet. */
  drafts: DraftForum[]
}

interface RhythmInput {
  forums: readonly PlanEntry<'forum'>[]
  drafts: readonly DraftForum[]
  /** Names of people and roles of the engagement. */
  known: readonly string[]
  today: string
}

const NEXT = 3

/** A rhythm as its page shows it, the most frequent forums first. */
export function rhythmView({ forums, drafts, known, today }: RhythmInput): RhythmView {
  const ordered = forums.toSorted((one, other) => rank(one) - rank(other))
  const held = new Set(forums.map(({ content }) => content.cadence))
  return {
    forums: ordered.map(({ id, content }) => shown(id, content, today)),
    conflicts: conflictsOf(ordered, known),
    hours: meetingHours(ordered).map((person) => ({
      ...person,
      over: person.hours > RHYTHM_LIMITS.hoursAMonth.most,
    })),
    drafts: drafts.filter(({ id }) => !held.has(id)),
  }
}

function shown(id: string, forum: Forum, today: string): ShownForum {
  if (!isTimed(forum)) return { id, forum, when: null, next: [], moved: [] }
  const from = today > forum.startsOn ? today : forum.startsOn
  const coming = sittings(forum, from, addDays(from, 400)).flatMap(({ held }) =>
    held === null ? [] : [held],
  )
  const moved = shifts(forum).filter(({ due }) => due >= today)
  return { id, forum, when: scheduleWords(forum), next: coming.slice(0, NEXT), moved }
}

function rank({ content }: PlanEntry<'forum'>): number {
  return CADENCES.indexOf(content.cadence)
}
