import type { Submission } from '#app/answers/submission.ts'
import type { Department, Lead } from '#app/rounds/engagement.ts'

/** A person as an export knows them. Name and department are null unless they may stand beside the answers. */
export interface CodedPerson {
  code: string
  name: string | null
  department: string | null
  submission: Submission
}

/**
 * Codes for the people of a round, dealt in the order of their submissions' ids, which are random: neither the roster nor
 * the order in which answers came in can be read from them. Named are only those who agreed to it.
 */
export function codedPeople(
  submissions: readonly Submission[],
  agreed: readonly Lead[],
  departments: readonly Department[],
): CodedPerson[] {
  const digits = String(submissions.length).length
  return [...submissions]
    .sort((one, other) => (one.id < other.id ? -1 : 1))
    .map((submission, index) => {
      const lead = agreed.find(({ id }) => id === submission.leadId)
      const department = departments.find(({ id }) => id === lead?.departmentId)
      return {
        code: `P${String(index + 1).padStart(digits, '0')}`,
        name: lead?.name ?? null,
        department: department?.name ?? null,
        submission,
      }
    })
}
