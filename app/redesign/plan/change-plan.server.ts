import { randomUUID } from 'node:crypto'
import { inTransaction } from '#db/in-transaction.ts'
import {
  deletePlanEntry,
  findPlanEntry,
  insertPlanChange,
  insertPlanEntry,
  updatePlanEntry,
} from '#db/plan-entries.ts'
import type { Db } from '#db/schema.ts'
import { PLAN_SCHEMAS, type PlanContent, type PlanEntry, type PlanKind } from './plan.ts'

/** Whose plan is changed, by whom, and on which day. */
export interface PlanChanger {
  engagementId: string
  by: string
  on: string
}

export type PlanResult<Kind extends PlanKind> =
  | { kind: 'saved'; entry: PlanEntry<Kind> }
  /** Somebody else has changed it since it was read; `entry` is what stands there now. */
  | { kind: 'changed-meanwhile'; entry: PlanEntry<Kind> }
  | { kind: 'gone' }

/** Puts a thing at the end of its list, under an id of its own or a new one. @throws ZodError where the content is not of the kind's shape. */
export function addToPlan<Kind extends PlanKind>(
  db: Db,
  { engagementId, by, on }: PlanChanger,
  kind: Kind,
  content: PlanContent<Kind>,
  id: string = randomUUID(),
): Promise<PlanEntry<Kind>> {
  const checked = PLAN_SCHEMAS[kind].parse(content) as PlanContent<Kind>
  const entry = { id, kind, content: checked, revision: 1, changedOn: on, changedBy: by }
  return inTransaction(db, async (transaction) => {
    await insertPlanEntry(transaction, engagementId, entry)
    await insertPlanChange(transaction, engagementId, {
      ...changeOf(entry),
      act: 'added',
      before: null,
      after: checked,
    })
    return entry
  })
}

/** Changes a thing that was read at `revision`. What was put there meanwhile is never written over. */
export function changePlan<Kind extends PlanKind>(
  db: Db,
  { engagementId, by, on }: PlanChanger,
  { id, kind, revision, content }: { id: string; kind: Kind; revision: number; content: PlanContent<Kind> },
): Promise<PlanResult<Kind>> {
  const checked = PLAN_SCHEMAS[kind].parse(content) as PlanContent<Kind>
  return inTransaction(db, async (transaction) => {
    const found = await findPlanEntry(transaction, { engagementId, id, kind })
    if (!found) return { kind: 'gone' }
    if (found.revision !== revision) return { kind: 'changed-meanwhile', entry: found }
    const entry = { ...found, content: checked, revision: revision + 1, changedOn: on, changedBy: by }
    await updatePlanEntry(transaction, entry)
    await insertPlanChange(transaction, engagementId, {
      ...changeOf(entry),
      act: 'changed',
      before: found.content,
      after: checked,
    })
    return { kind: 'saved', entry }
  })
}

/** Takes a thing out of the plan; what it said stays in the plan's history. False where it is not there. */
export function removeFromPlan(
  db: Db,
  { engagementId, by, on }: PlanChanger,
  { id, kind }: { id: string; kind: PlanKind },
): Promise<boolean> {
  return inTransaction(db, async (transaction) => {
    const found = await findPlanEntry(transaction, { engagementId, id, kind })
    if (!found) return false
    await deletePlanEntry(transaction, id)
    await insertPlanChange(transaction, engagementId, {
      ...changeOf({ ...found, changedOn: on, changedBy: by }),
      act: 'removed',
      before: found.content,
      after: null,
    })
    return true
  })
}

function changeOf({ id, kind, changedOn, changedBy }: PlanEntry) {
  return { entryId: id, kind, changedOn, changedBy }
}
