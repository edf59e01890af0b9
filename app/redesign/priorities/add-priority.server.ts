import type { FieldErrors } from '#app/ui/error-summary.tsx'
import { inTransaction } from '#db/in-transaction.ts'
import { listPlanChanges, loadPlan } from '#db/plan-entries.ts'
import type { Db } from '#db/schema.ts'
import { addToPlan, type PlanChanger, removeFromPlan } from '../plan/change-plan.server.ts'
import type { PlanEntry } from '../plan/plan.ts'
import { shortened } from '../plan/shortened.ts'
import { givesWay } from './gives-way.ts'
import type { Priority } from './priority.ts'

export interface NewPriority {
  priority: Priority
  /** Id of the priority that gives way; empty where all stay. */
  inPlaceOf: string
  limit: number
}

export type AddedPriority =
  | { ok: true; entry: PlanEntry<'priority'>; gaveWay: PlanEntry<'priority'> | null }
  | { ok: false; errors: FieldErrors }

const LONGEST_LINE = 240

/**
 * Adds a priority. Where there are enough, or the cycle runs, another one gives way and goes to the not-now list in the same
 * step, or an argument says why not; otherwise nothing is changed.
 */
export function addPriority(
  db: Db,
  changer: PlanChanger,
  { priority, inPlaceOf, limit }: NewPriority,
): Promise<AddedPriority> {
  return inTransaction(db, async (transaction) => {
    const { priority: priorities } = await loadPlan(transaction, changer.engagementId)
    const changes = await listPlanChanges(transaction, changer.engagementId)
    const asked = givesWay({ priorities, changes, limit, today: changer.on })
    const given = priorities.find(({ id }) => id === inPlaceOf) ?? null
    if (inPlaceOf !== '' && !given) return { ok: false, errors: { inPlaceOf: GONE } }
    if (asked && !given && priority.argument.trim() === '')
      return { ok: false, errors: { inPlaceOf: `${asked.words} Say which one gives way, or why none does.` } }
    if (given) await moveToNotNow(transaction, changer, given, priority.outcome)
    // An argument is kept only where something was argued past.
    const argument = asked && !given ? priority.argument : ''
    const entry = await addToPlan(transaction, changer, 'priority', { ...priority, argument })
    return { ok: true, entry, gaveWay: given }
  })
}

const GONE = 'The priority that was to give way is no longer in the plan. Choose again.'

async function moveToNotNow(
  db: Db,
  changer: PlanChanger,
  { id, content }: PlanEntry<'priority'>,
  next: string,
): Promise<void> {
  await removeFromPlan(db, changer, { id, kind: 'priority' })
  await addToPlan(db, changer, 'not-now', {
    work: content.outcome,
    sponsor: content.owner,
    reason: shortened(`Gave way to “${next}”`, LONGEST_LINE),
    until: '',
    state: 'agreed',
    ...(content.draftedFrom && { draftedFrom: content.draftedFrom }),
  })
}
