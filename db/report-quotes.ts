import type { ReleasedQuote } from '#app/report/quotes/quote.ts'
import type { Db } from './schema.ts'

/** By a key that says nothing about who wrote the words, nor when they were released. */
export async function listReleasedQuotes(db: Db, roundId: string): Promise<ReleasedQuote[]> {
  return db
    .selectFrom('report_quote')
    .select(['source_key as id', 'rule_id as ruleId', 'extract'])
    .where('round_id', '=', roundId)
    .orderBy('source_key')
    .execute()
}

export async function putQuote(
  db: Db,
  { roundId, id, ruleId, extract }: ReleasedQuote & { roundId: string },
): Promise<void> {
  await db
    .insertInto('report_quote')
    .values({ round_id: roundId, source_key: id, rule_id: ruleId, extract })
    .onConflict((conflict) =>
      conflict.columns(['round_id', 'source_key']).doUpdateSet({ rule_id: ruleId, extract }),
    )
    .execute()
}

export async function deleteQuote(db: Db, { roundId, id }: { roundId: string; id: string }): Promise<void> {
  await db.deleteFrom('report_quote').where('round_id', '=', roundId).where('source_key', '=', id).execute()
}
