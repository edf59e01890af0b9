import type { ConsultantRole } from '#app/session/consultant.ts'
import type { Db } from './schema.ts'

export interface ConsultantInvitation {
  email: string
  role: ConsultantRole
  invitedBy: string
  expiresAt: string
}

/** One invitation an address: a new one takes the place of the last, whose link is dead from then on. */
export async function saveInvitation(
  db: Db,
  { tokenHash, email, role, invitedBy, expiresAt }: ConsultantInvitation & { tokenHash: string },
): Promise<void> {
  const values = { token_hash: tokenHash, role, invited_by: invitedBy, expires_at: expiresAt }
  await db
    .insertInto('consultant_invitation')
    .values({ email, ...values })
    .onConflict((conflict) => conflict.column('email').doUpdateSet(values))
    .execute()
}

export async function findInvitation(
  db: Db,
  tokenHash: string,
  now: string,
): Promise<ConsultantInvitation | null> {
  const row = await db
    .selectFrom('consultant_invitation')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row
    ? { email: row.email, role: row.role, invitedBy: row.invited_by, expiresAt: row.expires_at }
    : null
}

export async function listInvitations(db: Db, now: string): Promise<ConsultantInvitation[]> {
  const rows = await db
    .selectFrom('consultant_invitation')
    .selectAll()
    .where('expires_at', '>', now)
    .orderBy('email')
    .execute()
  return rows.map((row) => ({
    email: row.email,
    role: row.role,
    invitedBy: row.invited_by,
    expiresAt: row.expires_at,
  }))
}

/** Whoever leaves lets nobody in any more. */
export async function deleteInvitationsBy(db: Db, consultantId: string): Promise<void> {
  await db.deleteFrom('consultant_invitation').where('invited_by', '=', consultantId).execute()
}

export async function deleteInvitation(db: Db, email: string): Promise<void> {
  await db.deleteFrom('consultant_invitation').where('email', '=', email).execute()
}
