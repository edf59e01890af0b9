import {
  PLAN_SCHEMAS,
  type Plan,
  type PlanChange,
  type PlanContent,
  type PlanEntry,
  type PlanKind,
  planOf,
} from '#app/redesign/plan/plan.ts'
import type { Db, PlanEntryTable } from './schema.ts'

/** The plan of an engagement; all its lists are empty where nothing is decided. */
export async function loadPlan(db: Db, engagementId: string): Promise<Plan> {
  const rows = await db
    .selectFrom('plan_entry')
    .selectAll()
    .where('engagement_id', '=', engagementId)
    .orderBy('kind')
    .orderBy('position')
    .execute()
  return planOf(rows.map(entryOf))
}

export async function findPlanEntry<Kind extends PlanKind>(
  db: Db,
  { engagementId, id, kind }: { engagementId: string; id: string; kind: Kind },
): Promise<PlanEntry<Kind> | null> {
  const row = await db
    .selectFrom('plan_entry')
    .selectAll()
    .where('engagement_id', '=', engagementId)
    .where('id', '=', id)
    .where('kind', '=', kind)
    .executeTakeFirst()
  return row ? (entryOf(row) as PlanEntry<Kind>) : null
}

/** After the others of its kind. */
export async function insertPlanEntry(db: Db, engagementId: string, entry: PlanEntry): Promise<void> {
  const { id, kind, content, revision, changedOn, changedBy } = entry
  const last = await db
    .selectFrom('plan_entry')
    .select(({ fn }) => fn.max('position').as('position'))
    .where('engagement_id', '=', engagementId)
    .where('kind', '=', kind)
    .executeTakeFirst()
  await db
    .insertInto('plan_entry')
    .values({
      id,
      engagement_id: engagementId,
      kind,
      position: Number(last?.position ?? 0) + 1,
      content: JSON.stringify(content),
      revision,
      changed_on: changedOn,
      changed_by: changedBy,
    })
    .execute()
}

export async function updatePlanEntry(
  db: Db,
  { id, content, revision, changedOn, changedBy }: PlanEntry,
): Promise<void> {
  await db
    .updateTable('plan_entry')
    .set({ content: JSON.stringify(content), revision, changed_on: changedOn, changed_by: changedBy })
    .where('id', '=', id)
    .execute()
}

export async function deletePlanEntry(db: Db, id: string): Promise<void> {
  await db.deleteFrom('plan_entry').where('id', '=', id).execute()
}

export async function insertPlanChange(db: Db, engagementId: string, change: PlanChange): Promise<void> {
  const { entryId, kind, act, before, after, changedOn, changedBy } = change
  await db
    .insertInto('plan_change')
    .values({
      engagement_id: engagementId,
      entry_id: entryId,
      kind,
      act,
      before: before && JSON.stringify(before),
      after: after && JSON.stringify(after),
      changed_on: changedOn,
      changed_by: changedBy,
    })
    .execute()
}

/** Whether an id has ever stood for something in a plan, anybody's. */
export async function isPlanIdUsed(db: Db, id: string): Promise<boolean> {
  const here = await db.selectFrom('plan_entry').select('id').where('id', '=', id).executeTakeFirst()
  if (here) return true
  const before = await db
    .selectFrom('plan_change')
    .select('number')
    .where('entry_id', '=', id)
    .executeTakeFirst()
  return before !== undefined
}

/** What became of the plan, the newest first. */
export async function listPlanChanges(db: Db, engagementId: string): Promise<PlanChange[]> {
  const rows = await db
    .selectFrom('plan_change')
    .selectAll()
    .where('engagement_id', '=', engagementId)
    .orderBy('number', 'desc')
    .execute()
  return rows.map(({ entry_id, kind, act, before, after, changed_on, changed_by }) => ({
    entryId: entry_id,
    kind,
    act,
    before: before === null ? null : contentOf(kind, before),
    after: after === null ? null : contentOf(kind, after),
    changedOn: changed_on,
    changedBy: changed_by,
  }))
}

function entryOf({ id, kind, content, revision, changed_on, changed_by }: PlanEntryTable): PlanEntry {
  return {
    id,
    kind,
    content: contentOf(kind, content),
    revision,
    changedOn: changed_on,
    changedBy: changed_by,
  }
}

function contentOf(kind: PlanKind, content: string): PlanContent {
  return PLAN_SCHEMAS[kind].parse(JSON.parse(content))
}
