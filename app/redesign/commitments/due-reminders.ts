import type { Lead } from '#app/rounds/engagement.ts'
import { leadNamed } from '../plan/owner-names.ts'
import type { Plan } from '../plan/plan.ts'
import { type Commitment, commitmentsOf, groupCommitments } from './commitments.ts'

/** What one lead is to be reminded of. */
export interface DueReminder<Person> {
  lead: Person
  late: Commitment[]
  soon: Commitment[]
}

/** Owners who are leads by name, with what is late or due soon; whoever owes nothing is not written to. */
export function dueReminders<Person extends Pick<Lead, 'id' | 'name'>>(
  plan: Plan,
  leads: readonly Person[],
  today: string,
): DueReminder<Person>[] {
  const { late, soon } = groupCommitments(commitmentsOf(plan), today)
  const theirs = (lead: Person) => (one: Commitment) => leadNamed(leads, one.owner)?.id === lead.id
  return leads
    .map((lead) => ({ lead, late: late.filter(theirs(lead)), soon: soon.filter(theirs(lead)) }))
    .filter((one) => one.late.length + one.soon.length > 0)
}

/** Monday is 1, Sunday is 7. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}
