import { inTransaction } from './in-transaction.ts'
import type { Db } from './schema.ts'

/** A link under which somebody outside sees how the plan of an engagement goes. */
export interface ProgressShare {
  id: string
  expiresAt: string
  revoked: boolean
  lastOpenedOn: string | null
}

export async function insertProgressShare(
  db: Db,
  share: { id: string; engagementId: string; tokenHash: string; expiresAt: string },
): Promise<void> {
  await db
    .insertInto('progress_share')
    .values({
      id: share.id,
      engagement_id: share.engagementId,
      token_hash: share.tokenHash,
      expires_at: share.expiresAt,
      last_opened_on: null,
    })
    .execute()
}

export async function listProgressShares(db: Db, engagementId: string): Promise<ProgressShare[]> {
  const rows = await db
    .selectFrom('progress_share')
    .select(['id', 'expires_at', 'revoked', 'last_opened_on'])
    .where('engagement_id', '=', engagementId)
    .orderBy('expires_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    expiresAt: row.expires_at,
    revoked: row.revoked === 1,
    lastOpenedOn: row.last_opened_on,
  }))
}

/** Ends the link and every session that it opened. False where the engagement has no such link. */
export function revokeProgressShare(
  db: Db,
  { id, engagementId }: { id: string; engagementId: string },
): Promise<boolean> {
  return inTransaction(db, async (transaction) => {
    const { numUpdatedRows } = await transaction
      .updateTable('progress_share')
      .set({ revoked: 1 })
      .where('id', '=', id)
      .where('engagement_id', '=', engagementId)
      .executeTakeFirst()
    await transaction.deleteFrom('progress_session').where('progress_share_id', '=', id).execute()
    return numUpdatedRows > 0n
  })
}

/** The id behind a token; null where it is unknown, revoked or out of date. */
export async function findProgressShare(db: Db, tokenHash: string, now: string): Promise<string | null> {
  const row = await db
    .selectFrom('progress_share')
    .select('id')
    .where('token_hash', '=', tokenHash)
    .where('revoked', '=', 0)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row?.id ?? null
}

/** Begins a session of whoever followed the link; only the day is kept. */
export async function insertProgressSession(
  db: Db,
  session: { tokenHash: string; shareId: string; expiresAt: string; day: string },
): Promise<void> {
  await db
    .insertInto('progress_session')
    .values({
      token_hash: session.tokenHash,
      progress_share_id: session.shareId,
      expires_at: session.expiresAt,
    })
    .execute()
  await db
    .updateTable('progress_share')
    .set({ last_opened_on: session.day })
    .where('id', '=', session.shareId)
    .execute()
}

/** The engagement that a session may see the progress of. It ends with its link, whatever its own time. */
export async function findProgressSession(db: Db, tokenHash: string, now: string): Promise<string | null> {
  const row = await db
    .selectFrom('progress_session')
    .innerJoin('progress_share', 'progress_share.id', 'progress_session.progress_share_id')
    .select('progress_share.engagement_id as engagementId')
    .where('progress_session.token_hash', '=', tokenHash)
    .where('progress_session.expires_at', '>', now)
    .where('progress_share.revoked', '=', 0)
    .where('progress_share.expires_at', '>', now)
    .executeTakeFirst()
  return row?.engagementId ?? null
}

/** What a progress page says of an engagement, whoever asks for it. */
export async function findClientName(db: Db, engagementId: string): Promise<string | null> {
  const row = await db
    .selectFrom('engagement')
    .select('client_name')
    .where('id', '=', engagementId)
    .executeTakeFirst()
  return row?.client_name ?? null
}
