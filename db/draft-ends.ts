import type { Answers } from '#app/answers/answer.ts'
import type { Level } from '#app/questionnaire/instrument.ts'
import type { Db } from './schema.ts'

/** How far somebody came who has not handed in: the items they answered, without who they are. */
export interface Stop {
  level: Level
  itemIds: string[]
}

/** Sorted by what was answered: the order tells nothing of who came when. */
export async function listStops(db: Db, roundId: string): Promise<Stop[]> {
  const rows = await db
    .selectFrom('draft')
    .innerJoin('participation', 'participation.id', 'draft.participation_id')
    .innerJoin('lead', 'lead.id', 'participation.lead_id')
    .select(['draft.participation_id', 'draft.item_id', 'draft.answer', 'lead.level'])
    .where('participation.round_id', '=', roundId)
    .where('participation.submitted', '=', 0)
    .where('participation.withdrawn_on', 'is', null)
    .orderBy('draft.item_id')
    .execute()
  const byPlace = new Map<string, Stop>()
  for (const { participation_id, item_id, answer, level } of rows) {
    const stop = byPlace.get(participation_id) ?? { level, itemIds: [] }
    if ((JSON.parse(answer) as Answers[string]).state !== 'skipped') stop.itemIds.push(item_id)
    byPlace.set(participation_id, stop)
  }
  const keyOf = ({ level, itemIds }: Stop) => `${level} ${itemIds.join(' ')}`
  return [...byPlace.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

/** Everything that was begun in a round; what was handed in is kept elsewhere. Gives the number of answers deleted. */
export async function deleteDrafts(db: Db, roundId: string): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('draft')
    .where('participation_id', 'in', (eb) =>
      eb.selectFrom('participation').select('id').where('round_id', '=', roundId),
    )
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** What one lead has begun. */
export async function deleteDraftsOf(db: Db, participationId: string): Promise<void> {
  await db.deleteFrom('draft').where('participation_id', '=', participationId).execute()
}

export async function deleteUnlinkedDrafts(db: Db, roundId: string): Promise<void> {
  await db
    .deleteFrom('draft')
    .where('participation_id', 'in', (eb) =>
      eb
        .selectFrom('participation')
        .innerJoin('round', 'round.id', 'participation.round_id')
        .select('participation.id')
        .where('round.id', '=', roundId)
        .where('round.privacy_mode', '=', 'unlinked'),
    )
    .execute()
}

/** Rounds that closed on or before a day and still hold drafts. */
export async function listRoundsWithOldDrafts(db: Db, closedBy: string): Promise<string[]> {
  const rows = await db
    .selectFrom('round')
    .select('round.id')
    .where('round.state', 'in', ['closed', 'published'])
    .where('round.closed_on', '<=', closedBy)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('draft')
          .innerJoin('participation', 'participation.id', 'draft.participation_id')
          .select('draft.item_id')
          .whereRef('participation.round_id', '=', 'round.id'),
      ),
    )
    .orderBy('round.id')
    .execute()
  return rows.map(({ id }) => id)
}
