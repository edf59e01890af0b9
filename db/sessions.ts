import type { Consultant } from '#app/session/consultant.ts'
import { inTransaction } from './in-transaction.ts'
import type { Db } from './schema.ts'

export interface NewSession {
  tokenHash: string
  consultantId: string
  /** ISO 8601, UTC, as every time in the database. */
  expiresAt: string
}

export async function insertSession(
  db: Db,
  { tokenHash, consultantId, expiresAt }: NewSession,
): Promise<void> {
  await db
    .insertInto('session')
    .values({ token_hash: tokenHash, consultant_id: consultantId, expires_at: expiresAt })
    .execute()
}

export async function findSessionConsultant(
  db: Db,
  tokenHash: string,
  now: string,
): Promise<Consultant | null> {
  const row = await db
    .selectFrom('session')
    .innerJoin('consultant', 'consultant.id', 'session.consultant_id')
    .select(['consultant.id', 'consultant.email', 'consultant.name'])
    .where('session.token_hash', '=', tokenHash)
    .where('session.expires_at', '>', now)
    .executeTakeFirst()
  return row ?? null
}

export async function deleteSession(db: Db, tokenHash: string): Promise<void> {
  await db.deleteFrom('session').where('token_hash', '=', tokenHash).execute()
}

/** Clears the sessions of consultants, leads and readers alike. */
export function deleteExpiredSessions(db: Db, now: string): Promise<void> {
  return inTransaction(db, async (transaction) => {
    for (const table of ['session', 'lead_session', 'report_session'] as const) {
      await transaction.deleteFrom(table).where('expires_at', '<=', now).execute()
    }
  })
}
