import type { Level } from '#app/questionnaire/instrument.ts'
import type { Answers } from './answer.ts'

/**
 * What one lead handed in. `leadId` and `departmentId` are null in an unlinked round, where nobody can tell whose it is.
 * `id` is random: the order of submissions says nothing about the order in which they came.
 */
export interface Submission {
  id: string
  roundId: string
  level: Level
  leadId: string | null
  departmentId: string | null
  answers: Answers
}
