import { inChunks } from './chunks.ts'
import { inTransaction } from './in-transaction.ts'
import type { Db } from './schema.ts'

export interface SecondCoding {
  coder: string
  startedOn: string
  /** Theme, in the second coder's own words, by line. */
  themes: Map<string, string>
}

export async function findSecondCoding(db: Db, roundId: string): Promise<SecondCoding | null> {
  const row = await db
    .selectFrom('second_coding')
    .select(['coder', 'started_on'])
    .where('round_id', '=', roundId)
    .executeTakeFirst()
  if (!row) return null
  const codes = await db
    .selectFrom('second_code')
    .select(['line_id', 'theme'])
    .where('round_id', '=', roundId)
    .execute()
  return {
    coder: row.coder,
    startedOn: row.started_on,
    themes: new Map(codes.map(({ line_id, theme }) => [line_id, theme])),
  }
}

/** Begins anew: whatever an earlier second coder left is gone. */
export async function insertSecondCoding(
  db: Db,
  { roundId, coder, startedOn }: { roundId: string; coder: string; startedOn: string },
): Promise<void> {
  await inTransaction(db, async (transaction) => {
    await transaction.deleteFrom('second_code').where('round_id', '=', roundId).execute()
    await transaction.deleteFrom('second_coding').where('round_id', '=', roundId).execute()
    await transaction
      .insertInto('second_coding')
      .values({ round_id: roundId, coder, started_on: startedOn })
      .execute()
  })
}

export async function saveSecondCodes(
  db: Db,
  { roundId, lineIds, theme }: { roundId: string; lineIds: readonly string[]; theme: string },
): Promise<void> {
  const rows = lineIds.map((lineId) => ({ round_id: roundId, line_id: lineId, theme }))
  await inTransaction(db, async (transaction) => {
    for (const chunk of inChunks(rows))
      await transaction
        .insertInto('second_code')
        .values(chunk)
        .onConflict((conflict) => conflict.columns(['round_id', 'line_id']).doUpdateSet({ theme }))
        .execute()
  })
}
