import type { Db } from './schema.ts'
import { isDraftRound } from './sealed-keys.ts'

/** What a round will ask about, as typed before it opens; empty where nothing was. */
export async function findCommitments(db: Db, roundId: string): Promise<string[]> {
  const row = await db
    .selectFrom('round_commitments')
    .select('commitments')
    .where('round_id', '=', roundId)
    .executeTakeFirst()
  return row ? JSON.parse(row.commitments) : []
}

/** False where the round is no longer a draft: what is asked does not change while it is answered. */
export async function saveCommitments(
  db: Db,
  roundId: string,
  commitments: readonly string[],
): Promise<boolean> {
  if (!(await isDraftRound(db, roundId))) return false
  const text = JSON.stringify(commitments)
  await db
    .insertInto('round_commitments')
    .values({ round_id: roundId, commitments: text })
    .onConflict((conflict) => conflict.column('round_id').doUpdateSet({ commitments: text }))
    .execute()
  return true
}
