import type { Db } from './schema.ts'

/** One of the official priorities, with the themes of the codebook that say the same. */
export interface KeyMatch {
  priority: string
  themeIds: string[]
}

/** The sponsor's official priorities: sealed before the round opens, opened once it is closed. */
export interface SealedKey {
  sealed: string
  /** SHA-256 of the sealed letter, in hex. */
  digest: string
  sealedAt: string
  sealedBy: string
  openedAt: string | null
  /** What was sealed, word for word; null until it is opened. */
  letter: string | null
  /** Null until it is opened. */
  matches: KeyMatch[] | null
}

export async function findSealedKey(db: Db, roundId: string): Promise<SealedKey | null> {
  const row = await db.selectFrom('sealed_key').selectAll().where('round_id', '=', roundId).executeTakeFirst()
  return row
    ? {
        sealed: row.sealed,
        digest: row.digest,
        sealedAt: row.sealed_at,
        sealedBy: row.sealed_by,
        openedAt: row.opened_at,
        letter: row.letter,
        matches: row.matches === null ? null : JSON.parse(row.matches),
      }
    : null
}

/** Puts a key in the place of the one before. False where the round is no longer a draft. Run it in a transaction. */
export async function saveSealedKey(
  db: Db,
  roundId: string,
  key: Pick<SealedKey, 'sealed' | 'digest' | 'sealedAt' | 'sealedBy'>,
): Promise<boolean> {
  if (!(await isDraftRound(db, roundId))) return false
  await db.deleteFrom('sealed_key').where('round_id', '=', roundId).execute()
  await db
    .insertInto('sealed_key')
    .values({
      round_id: roundId,
      sealed: key.sealed,
      digest: key.digest,
      sealed_at: key.sealedAt,
      sealed_by: key.sealedBy,
    })
    .execute()
  return true
}

/** False where the round is no longer a draft. Run it in a transaction. */
export async function deleteSealedKey(db: Db, roundId: string): Promise<boolean> {
  if (!(await isDraftRound(db, roundId))) return false
  await db.deleteFrom('sealed_key').where('round_id', '=', roundId).execute()
  return true
}

/** False where it is open already. */
export async function setKeyOpened(
  db: Db,
  roundId: string,
  { openedAt, letter, matches }: { openedAt: string; letter: string; matches: readonly KeyMatch[] },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('sealed_key')
    .set({ opened_at: openedAt, letter, matches: JSON.stringify(matches) })
    .where('round_id', '=', roundId)
    .where('opened_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function setKeyMatches(db: Db, roundId: string, matches: readonly KeyMatch[]): Promise<void> {
  await db
    .updateTable('sealed_key')
    .set({ matches: JSON.stringify(matches) })
    .where('round_id', '=', roundId)
    .where('opened_at', 'is not', null)
    .execute()
}

export async function isDraftRound(db: Db, roundId: string): Promise<boolean> {
  const row = await db.selectFrom('round').select('state').where('id', '=', roundId).executeTakeFirst()
  return row?.state === 'draft'
}
