import { type Draft, draftSchema } from '#app/questionnaire/own/draft.ts'
import type { Db } from './schema.ts'

/** A version of one of the workspace's own questionnaires. */
export interface OwnInstrument {
  id: string
  /** What it goes by in the catalogue, as `name@version`. */
  name: string
  version: number
  title: string
  draft: Draft
  /** The day it was frozen; null while it may change. */
  frozenOn: string | null
  retired: boolean
  changedOn: string
  changedBy: string
}

interface InstrumentRow {
  id: string
  name: string
  version: number
  title: string
  content: string
  frozen_on: string | null
  retired: number
  changed_on: string
  changed_by: string
}

export async function insertInstrument(db: Db, own: OwnInstrument): Promise<void> {
  await db
    .insertInto('instrument')
    .values({
      id: own.id,
      name: own.name,
      version: own.version,
      title: own.title,
      content: JSON.stringify(own.draft),
      frozen_on: own.frozenOn,
      changed_on: own.changedOn,
      changed_by: own.changedBy,
    })
    .execute()
}

/** By name, the newest version first. */
export async function listOwnInstruments(db: Db): Promise<OwnInstrument[]> {
  const rows = await db
    .selectFrom('instrument')
    .selectAll()
    .orderBy('name')
    .orderBy('version', 'desc')
    .execute()
  return rows.map(rowToOwn)
}

export async function findOwnInstrument(db: Db, id: string): Promise<OwnInstrument | null> {
  const row = await db.selectFrom('instrument').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? rowToOwn(row) : null
}

export async function findFrozenInstrument(
  db: Db,
  { name, version }: { name: string; version: number },
): Promise<OwnInstrument | null> {
  const row = await db
    .selectFrom('instrument')
    .selectAll()
    .where('name', '=', name)
    .where('version', '=', version)
    .where('frozen_on', 'is not', null)
    .executeTakeFirst()
  return row ? rowToOwn(row) : null
}

/** False where it is frozen: what rounds may use never changes. */
export async function updateDraftInstrument(
  db: Db,
  change: Pick<OwnInstrument, 'id' | 'draft' | 'changedOn' | 'changedBy'>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('instrument')
    .set({
      content: JSON.stringify(change.draft),
      title: change.draft.instrument.title,
      changed_on: change.changedOn,
      changed_by: change.changedBy,
    })
    .where('id', '=', change.id)
    .where('frozen_on', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function freezeInstrument(
  db: Db,
  { id, draft, frozenOn }: { id: string; draft: Draft; frozenOn: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('instrument')
    .set({ content: JSON.stringify(draft), frozen_on: frozenOn })
    .where('id', '=', id)
    .where('frozen_on', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Puts a frozen version away, so that no new round uses it, or brings it back. */
export async function setRetired(db: Db, id: string, retired: boolean): Promise<void> {
  await db
    .updateTable('instrument')
    .set({ retired: retired ? 1 : 0 })
    .where('id', '=', id)
    .where('frozen_on', 'is not', null)
    .execute()
}

/** False where it is frozen. */
export async function deleteDraftInstrument(db: Db, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('instrument')
    .where('id', '=', id)
    .where('frozen_on', 'is', null)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

function rowToOwn(row: InstrumentRow): OwnInstrument {
  return {
    id: row.id,
    name: row.name,
    version: row.version,
    title: row.title,
    draft: draftSchema.parse(JSON.parse(row.content)),
    frozenOn: row.frozen_on,
    retired: row.retired === 1,
    changedOn: row.changed_on,
    changedBy: row.changed_by,
  }
}
