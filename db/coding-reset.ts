import type { Db } from './schema.ts'

const TABLES = [
  'coded_line',
  'theme',
  'apart_pair',
  'proposal',
  'coding_step',
  'second_code',
  'second_coding',
  'theme_link',
  'codebook_version',
  'report_quote',
] as const

/** Forgets how the lines of a round were sorted and which words were released: other answers will come. */
export async function deleteCoding(db: Db, roundId: string): Promise<void> {
  for (const table of TABLES) await db.deleteFrom(table).where('round_id', '=', roundId).execute()
}

/** Steps that a person took on the lines of a round and that still hold. */
export async function countCodingSteps(db: Db, roundId: string): Promise<number> {
  const { count } = await db
    .selectFrom('coding_step')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('round_id', '=', roundId)
    .where('undone', '=', 0)
    .executeTakeFirstOrThrow()
  return count
}
