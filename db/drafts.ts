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

/** Through which browser somebody reads and saves. */
export interface DraftReader {
  sessionHash: string
  /** False: only what was saved in this session may be shown in it. */
  readsAll: boolean
}

export interface SavedDrafts {
  saved: { itemId: string; revision: number }[]
  /** What stands in the database instead: somebody saved the item after the person's page was made. */
  conflicts: (Draft & { hidden: boolean })[]
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

/** The drafts that a session may show, and whether there are others. */
export async function listDraftsFor(
  db: Db,
  { participationId, sessionHash, readsAll }: DraftReader & { participationId: string },
): Promise<{ drafts: Draft[]; hidden: boolean }> {
  const rows = await db
    .selectFrom('draft')
    .select(['item_id', 'answer', 'revision', 'written_by'])
    .where('participation_id', '=', participationId)
    .orderBy('item_id')
    .execute()
  const shown = rows.filter(({ written_by }) => readsAll || written_by === sessionHash)
  return { drafts: shown.map(rowToDraft), hidden: shown.length < rows.length }
}

/**
 * Saves the changes whose revision is still the stored one, and gives back what stands in the way of the others. A reader
 * who may not see an answer was shown an empty field, and what they put into it takes the answer's place.
 */
export async function saveDrafts(db: Db, { participationId, changes, reader }: Saving): Promise<SavedDrafts> {
  if (changes.length === 0) return { saved: [], conflicts: [], refused: false }
  return inTransaction(db, async (transaction) => {
    const saved = await upsertMatching(transaction, { participationId, changes, reader })
    const savedIds = new Set(saved.map(({ itemId }) => itemId))
    const missed = changes.filter(({ itemId }) => !savedIds.has(itemId))
    if (missed.length === 0) return { saved, conflicts: [], refused: false }
    const stored = await listStored(transaction, { participationId, changes: missed, reader })
    return saved.length > 0 || stored.mayAnswer
      ? { saved, conflicts: stored.drafts, refused: false }
      : { saved: [], conflicts: [], refused: true }
  })
}

interface Saving {
  participationId: string
  changes: readonly DraftChange[]
  /** Left out: somebody who may see everything. */
  reader?: DraftReader
}

async function upsertMatching(
  db: Db,
  { participationId, changes, reader }: Saving,
): Promise<SavedDrafts['saved']> {
  const rows = changes.map(
    ({ itemId, answer, baseRevision }) => sql`(${itemId}, ${JSON.stringify(answer)}, ${baseRevision})`,
  )
  const { rows: saved } = await sql<{ item_id: string; revision: number }>`
    insert into draft (participation_id, item_id, answer, revision, written_by)
    select ${participationId}, change.column1, change.column2, change.column3 + 1, ${reader?.sessionHash ?? null}
    from (values ${sql.join(rows)}) as change
    where exists (
      select 1 from participation join round on round.id = participation.round_id
      where participation.id = ${participationId} and ${MAY_ANSWER}
    )
    on conflict (participation_id, item_id) do update
      set answer = excluded.answer, revision = draft.revision + 1, written_by = excluded.written_by
      where draft.revision = excluded.revision - 1
        or (excluded.revision = 1 and ${isBlind(reader)} and draft.written_by is not ${reader?.sessionHash ?? null})
    returning item_id, revision
  `.execute(db)
  return saved.map(({ item_id, revision }) => ({ itemId: item_id, revision }))
}

function isBlind(reader?: DraftReader): 0 | 1 {
  return reader && !reader.readsAll ? 1 : 0
}

const MAY_ANSWER = sql`round.state = 'open' and participation.withdrawn_on is null and not (round.privacy_mode = 'unlinked' and participation.submitted = 1)`

async function listStored(
  db: Db,
  { participationId, changes, reader }: Saving,
): Promise<{ drafts: SavedDrafts['conflicts']; mayAnswer: boolean }> {
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
    .select(['draft.item_id', 'draft.answer', 'draft.revision', 'draft.written_by'])
    .select(sql<number>`${MAY_ANSWER}`.as('may_answer'))
    .where('participation.id', '=', participationId)
    .execute()
  const drafts = rows.flatMap(({ item_id, answer, revision, written_by }) => {
    if (item_id === null || answer === null || revision === null) return []
    const hidden = isBlind(reader) === 1 && written_by !== reader?.sessionHash
    return [{ ...rowToDraft({ item_id, answer, revision }), hidden }]
  })
  return { drafts, mayAnswer: rows[0]?.may_answer === 1 }
}

function rowToDraft(row: { item_id: string; answer: string; revision: number }): Draft {
  return { itemId: row.item_id, answer: answerSchema.parse(JSON.parse(row.answer)), revision: row.revision }
}
