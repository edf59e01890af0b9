import type { Consultant } from '#app/session/consultant.ts'
import type { Db } from './schema.ts'

/** One link an account: a new one takes the place of the last, which is dead from then on. */
export async function saveReset(
  db: Db,
  { consultantId, tokenHash, expiresAt }: { consultantId: string; tokenHash: string; expiresAt: string },
): Promise<void> {
  const values = { token_hash: tokenHash, expires_at: expiresAt }
  await db
    .insertInto('password_reset')
    .values({ consultant_id: consultantId, ...values })
    .onConflict((conflict) => conflict.column('consultant_id').doUpdateSet(values))
    .execute()
}

/** Whose password a link is for. An ended account is not found. */
export async function findReset(db: Db, tokenHash: string, now: string): Promise<Consultant | null> {
  const row = await db
    .selectFrom('password_reset')
    .innerJoin('consultant', 'consultant.id', 'password_reset.consultant_id')
    .select(['consultant.id', 'consultant.email', 'consultant.name', 'consultant.role'])
    .where('password_reset.token_hash', '=', tokenHash)
    .where('password_reset.expires_at', '>', now)
    .where('consultant.ended_on', 'is', null)
    .executeTakeFirst()
  return row ?? null
}

export async function deleteReset(db: Db, consultantId: string): Promise<void> {
  await db.deleteFrom('password_reset').where('consultant_id', '=', consultantId).execute()
}
