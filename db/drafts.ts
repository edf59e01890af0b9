import { sql } from 'kysely'
import { type Answer, answerSchema } from '#app/answers/answer.ts'
import { inTransaction } from './in-transaction.ts'
import type { Db } from './schema.ts'

/** An answer that is not handed in yet. The revision grows by one with each save. */
export interface Draft {
  itemId: string
  answer: Answer
  revision: number
}

export interface DraftChange {
  itemId: string
  answer: Answer
  /** The revision that the person had before them; 0 where the item had no draft. */
  baseRevision: number
}

export interface SavedDrafts {
  saved: { itemId: string; revision: number }[]
  /** What stands in the database instead: somebody saved the item after the person's page was made. */
  conflicts: Draft[]
  /** Nothing was saved: the round is not open, or an unlinked lead has already handed in. */
  refused: boolean
}

export async function listDrafts(db: Db, participationId: string): Promise<Draft[]> {
  const rows = await db
    .selectFrom('draft')
    .select(['item_id', 'answer', 'revision'])
    .where('participation_id', '=', participationId)
    .orderBy('item_id')
    .execute()
  return rows.map(rowToDraft)
}

/** Saves the changes whose revision is still the stored one, and gives back what stands in the way of the others. */
export async function saveDrafts(
  db: Db,
  { participationId, changes }: { participationId: string; changes: readonly DraftChange[] },
): Promise<SavedDrafts> {
  if (changes.length === 0) return { saved: [], conflicts: [], refused: false }
  return inTransaction(db, async (transaction) => {
    const saved = await upsertMatching(transaction, participationId, changes)
    const savedIds = new Set(saved.map(({ itemId }) => itemId))
    const missed = changes.filter(({ itemId }) => !savedIds.has(itemId))
    if (missed.length === 0) return { saved, conflicts: [], refused: false }
    const stored = await listStored(transaction, participationId, missed)
    return saved.length > 0 || stored.mayAnswer
      ? { saved, conflicts: stored.drafts, refused: false }
      : { saved: [], conflicts: [], refused: true }
  })
}

async function upsertMatching(
  db: Db,
  participationId: string,
  changes: readonly DraftChange[],
): Promise<SavedDrafts['saved']> {
  const rows = changes.map(
    ({ itemId, answer, baseRevision }) => sql`(${itemId}, ${JSON.stringify(answer)}, ${baseRevision})`,
  )
  const { rows: saved } = await sql<{ item_id: string; revision: number }>`
    insert into draft (participation_id, item_id, answer, revision)
    select ${participationId}, change.column1, change.column2, change.column3 + 1
    from (values ${sql.join(rows)}) as change
    where exists (
      select 1 from participation join round on round.id = participation.round_id
      where participation.id = ${participationId} and ${MAY_ANSWER}
    )
    on conflict (participation_id, item_id) do update
      set answer = excluded.answer, revision = excluded.revision
      where draft.revision = excluded.revision - 1
    returning item_id, revision
  `.execute(db)
  return saved.map(({ item_id, revision }) => ({ itemId: item_id, revision }))
}

const MAY_ANSWER = sql`round.state = 'open' and not (round.privacy_mode = 'unlinked' and participation.submitted = 1)`

async function listStored(
  db: Db,
  participationId: string,
  changes: readonly DraftChange[],
): Promise<{ drafts: Draft[]; mayAnswer: boolean }> {
  const rows = await db
    .selectFrom('participation')
    .innerJoin('round', 'round.id', 'participation.round_id')
    .leftJoin('draft', (join) =>
      join.onRef('draft.participation_id', '=', 'participation.id').on(
        'draft.item_id',
        'in',
        changes.map(({ itemId }) => itemId),
      ),
    )
    .select(['draft.item_id', 'draft.answer', 'draft.revision'])
    .select(sql<number>`${MAY_ANSWER}`.as('may_answer'))
    .where('participation.id', '=', participationId)
    .execute()
  const drafts = rows.flatMap(({ item_id, answer, revision }) =>
    item_id !== null && answer !== null && revision !== null
      ? [rowToDraft({ item_id, answer, revision })]
      : [],
  )
  return { drafts, mayAnswer: rows[0]?.may_answer === 1 }
}

function rowToDraft(row: { item_id: string; answer: string; revision: number }): Draft {
  return { itemId: row.item_id, answer: answerSchema.parse(JSON.parse(row.answer)), revision: row.revision }
}
