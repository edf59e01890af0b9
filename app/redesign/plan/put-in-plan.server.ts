import type { Kysely } from 'kysely'
import { inTransaction } from '#db/in-transaction.ts'
import { findPlanEntry, isPlanIdUsed } from '#db/plan-entries.ts'
import type { Database } from '#db/schema.ts'
import { addToPlan, changePlan, type PlanChanger, type PlanResult } from './change-plan.server.ts'
import { PLAN_SCHEMAS, type PlanContent, type PlanKind } from './plan.ts'

/**
 * Takes down a thing under an id that was made where it was written, however often it is sent: what stands there already stays
 * one, and what was taken out of the plan does not come back. @throws ZodError where the content is not of the kind's shape.
 */
export function putInPlan<Kind extends PlanKind>(
  db: Kysely<Database>,
  changer: PlanChanger,
  kind: Kind,
  { id, revision, content }: { id: string; revision: number; content: PlanContent<Kind> },
): Promise<PlanResult<Kind>> {
  const checked = PLAN_SCHEMAS[kind].parse(content) as PlanContent<Kind>
  return inTransaction(db, async (transaction): Promise<PlanResult<Kind>> => {
    const found = await findPlanEntry(transaction, { engagementId: changer.engagementId, id, kind })
    if (found && isSame(found.content, checked)) return { kind: 'saved', entry: found }
    if (found) return changePlan(transaction, changer, { id, kind, revision, content: checked })
    if (await isPlanIdUsed(transaction, id)) return { kind: 'gone' }
    return { kind: 'saved', entry: await addToPlan(transaction, changer, kind, checked, id) }
  })
}

/** Both come from one schema, which gives their keys one order. */
function isSame(one: PlanContent, other: PlanContent): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
