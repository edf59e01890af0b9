import type { PlanEntry } from '../plan/plan.ts'

export type ForumEntry = Pick<PlanEntry<'forum'>, 'id' | 'content'>

export type ConflictKind =
  | 'no-purpose'
  | 'no-owner'
  | 'no-decision-rights'
  | 'two-jobs'
  | 'too-many-questions'
  | 'too-long'
  | 'weekend'
  | 'same-purpose'
  | 'same-questions'
  | 'same-time'
  | 'too-many-hours'
  | 'too-many-forums'

/** Something in a rhythm that will not work as it stands. */
export interface Conflict {
  kind: ConflictKind
  words: string
  /** Ids of the forums concerned. */
  forums: string[]
}

export function quoted(name: string): string {
  return `“${name}”`
}
