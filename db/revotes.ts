import type { Answer } from '#app/answers/answer.ts'
import { answerSchema } from '#app/answers/answer.ts'
import type { Revote, Vote } from '#app/answers/revote/revote.ts'
import type { Level } from '#app/questionnaire/instrument.ts'
import { emptyWriteAheadFile } from './checkpoint.ts'
import { inTransaction } from './in-transaction.ts'
import type { Db } from './schema.ts'

/** The item that a round's leads are asked once more at this moment; null while there is none. */
export async function findOpenRevote(db: Db, roundId: string): Promise<Revote | null> {
  const row = await selectRevotes(db)
    .where('round_id', '=', roundId)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return row ?? null
}

/** By item, so that their order tells nothing. */
export async function listRevotes(db: Db, roundId: string): Promise<Revote[]> {
  return selectRevotes(db).where('round_id', '=', roundId).orderBy('item_id').orderBy('id').execute()
}

/**
 * Opens a vote on one item. `busy`: another one is open. `asked`: this item was voted on before; a second vote beside the first
 * would tell what the few people said who take part in one of them only.
 */
export function openRevote(
  db: Db,
  { id, roundId, itemId, openedOn }: Pick<Revote, 'id' | 'roundId' | 'itemId' | 'openedOn'>,
): Promise<'opened' | 'busy' | 'asked'> {
  return inTransaction(db, async (transaction) => {
    const before = await listRevotes(transaction, roundId)
    if (before.some(({ state }) => state === 'open')) return 'busy'
    if (before.some((one) => one.itemId === itemId)) return 'asked'
    const row = { id, round_id: roundId, item_id: itemId, opened_on: openedOn, closed_on: null }
    await transaction
      .insertInto('revote')
      .values({ ...row, state: 'open' })
      .execute()
    return 'opened'
  })
}

/** False where it is not open. */
export async function closeRevote(
  db: Db,
  { id, roundId, closedOn }: { id: string; roundId: string; closedOn: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('revote')
    .set({ state: 'closed', closed_on: closedOn })
    .where('id', '=', id)
    .where('round_id', '=', roundId)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Throws a vote away, with what was said in it. */
export async function deleteRevote(
  db: Db,
  { id, roundId }: { id: string; roundId: string },
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('revote')
    .where('id', '=', id)
    .where('round_id', '=', roundId)
    .executeTakeFirst()
  if (numDeletedRows > 0n) await emptyWriteAheadFile(db)
  return numDeletedRows > 0n
}

export async function hasVoted(
  db: Db,
  { revoteId, participationId }: { revoteId: string; participationId: string },
): Promise<boolean> {
  const row = await db
    .selectFrom('revote_voter')
    .select('revote_id')
    .where('revote_id', '=', revoteId)
    .where('participation_id', '=', participationId)
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Takes one vote a person. That they voted and what was said go into two tables, and nothing leads from one to the other:
 * the answer's id is random, its table is kept in the order of these ids, and neither row knows a time.
 */
export async function insertVote(
  db: Db,
  vote: { id: string; revoteId: string; participationId: string; level: Level; answer: Answer },
): Promise<'taken' | 'already' | 'closed'> {
  const outcome = await inTransaction(db, async (transaction) => {
    const { id, revoteId, participationId, level, answer } = vote
    const open = await transaction
      .selectFrom('revote')
      .innerJoin('participation', 'participation.round_id', 'revote.round_id')
      .select('revote.id')
      .where('revote.id', '=', revoteId)
      .where('revote.state', '=', 'open')
      .where('participation.id', '=', participationId)
      .where('participation.withdrawn_on', 'is', null)
      .executeTakeFirst()
    if (!open) return 'closed'
    const { numInsertedOrUpdatedRows } = await transaction
      .insertInto('revote_voter')
      .values({ revote_id: revoteId, participation_id: participationId })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (!numInsertedOrUpdatedRows) return 'already'
    await transaction
      .insertInto('revote_answer')
      .values({ id, revote_id: revoteId, level, answer: JSON.stringify(answer) })
      .execute()
    return 'taken'
  })
  // Frames of the write-ahead file stand in the order in which they came.
  if (outcome === 'taken') await emptyWriteAheadFile(db)
  return outcome
}

/** By id, which is random. */
export async function listVotes(db: Db, revoteId: string): Promise<Vote[]> {
  const rows = await db
    .selectFrom('revote_answer')
    .select(['id', 'level', 'answer'])
    .where('revote_id', '=', revoteId)
    .orderBy('id')
    .execute()
  return rows.map(({ id, level, answer }) => ({ id, level, answer: answerSchema.parse(JSON.parse(answer)) }))
}

/** Who has voted, and who had handed in to the round, by place: to know whether these are the same people. */
export async function listVoters(
  db: Db,
  { revoteId, roundId }: { revoteId: string; roundId: string },
): Promise<{ level: Level; voted: boolean; answered: boolean }[]> {
  const rows = await db
    .selectFrom('participation')
    .innerJoin('lead', 'lead.id', 'participation.lead_id')
    .leftJoin('revote_voter', (join) =>
      join
        .onRef('revote_voter.participation_id', '=', 'participation.id')
        .on('revote_voter.revote_id', '=', revoteId),
    )
    .select(['lead.level', 'participation.submitted', 'revote_voter.revote_id as voted'])
    .where('participation.round_id', '=', roundId)
    .where('participation.withdrawn_on', 'is', null)
    .orderBy('participation.id')
    .execute()
  return rows.map(({ level, submitted, voted }) => ({
    level,
    voted: voted !== null,
    answered: submitted === 1,
  }))
}

function selectRevotes(db: Db) {
  return db
    .selectFrom('revote')
    .select(['id', 'round_id as roundId', 'item_id as itemId', 'state'])
    .select(['opened_on as openedOn', 'closed_on as closedOn'])
}
