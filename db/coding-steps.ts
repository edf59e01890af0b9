import type { Change } from '#app/themes/coding/change.ts'
import type { Db } from './schema.ts'

export interface StoredStep {
  number: number
  /** What the step did. */
  words: string
  change: Change
}

interface OfItem {
  roundId: string
  itemId: string
}

/** Stores a step as the item's next. What had been undone before it can no longer be done again. */
export async function insertCodingStep(
  db: Db,
  step: OfItem & { words: string; coder: string; takenOn: string; change: Change },
): Promise<void> {
  await steps(db, step).where('undone', '=', 1).execute()
  const last = await findStepToUndo(db, step)
  await db
    .insertInto('coding_step')
    .values({
      round_id: step.roundId,
      item_id: step.itemId,
      number: (last?.number ?? 0) + 1,
      words: step.words,
      coder: step.coder,
      taken_on: step.takenOn,
      change: JSON.stringify(step.change),
    })
    .execute()
}

/** The last step that stands. */
export async function findStepToUndo(db: Db, { roundId, itemId }: OfItem): Promise<StoredStep | null> {
  const row = await select(db, roundId, itemId)
    .where('undone', '=', 0)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? rowToStep(row) : null
}

/** The first step of those that were undone. */
export async function findStepToRedo(db: Db, { roundId, itemId }: OfItem): Promise<StoredStep | null> {
  const row = await select(db, roundId, itemId)
    .where('undone', '=', 1)
    .orderBy('number')
    .limit(1)
    .executeTakeFirst()
  return row ? rowToStep(row) : null
}

export async function setStepUndone(
  db: Db,
  { roundId, itemId, number, undone }: OfItem & { number: number; undone: boolean },
): Promise<void> {
  await db
    .updateTable('coding_step')
    .set({ undone: undone ? 1 : 0 })
    .where('round_id', '=', roundId)
    .where('item_id', '=', itemId)
    .where('number', '=', number)
    .execute()
}

function steps(db: Db, { roundId, itemId }: OfItem) {
  return db.deleteFrom('coding_step').where('round_id', '=', roundId).where('item_id', '=', itemId)
}

function select(db: Db, roundId: string, itemId: string) {
  return db
    .selectFrom('coding_step')
    .select(['number', 'words', 'change'])
    .where('round_id', '=', roundId)
    .where('item_id', '=', itemId)
}

function rowToStep(row: { number: number; words: string; change: string }): StoredStep {
  return { number: row.number, words: row.words, change: JSON.parse(row.change) }
}
