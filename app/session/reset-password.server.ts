import type { Kysely } from 'kysely'
import { hashToken, newToken } from '#app/http/tokens.server.ts'
import { insertAuditEvent } from '#db/audit-events.ts'
import { setPasswordHash } from '#db/consultants.ts'
import { inTransaction } from '#db/in-transaction.ts'
import { deleteReset, findReset, saveReset } from '#db/password-resets.ts'
import type { Database, Db } from '#db/schema.ts'
import { deleteSessionsOf } from '#db/sessions.ts'
import type { Consultant } from './consultant.ts'
import { hashPassword } from './password-hash.server.ts'
import { passwordFault } from './password-rules.ts'

export const RESET_MINUTES = 30

/** Makes the link with which a new password is set, once. A link that was made before is dead from now on. */
export async function makeResetLink(
  db: Db,
  { id }: Pick<Consultant, 'id'>,
  { baseUrl, now }: { baseUrl: string; now: Date },
): Promise<string> {
  const token = newToken()
  const expiresAt = new Date(now.getTime() + RESET_MINUTES * 60_000).toISOString()
  await saveReset(db, { consultantId: id, tokenHash: hashToken(token), expiresAt })
  return `${baseUrl}/reset/${token}`
}

/** Whose password a link is for; null for a link that opens nothing. */
export function resetBehind(db: Db, token: string, now: Date): Promise<Consultant | null> {
  return findReset(db, hashToken(token), now.toISOString())
}

export type ResetResult = { ok: true; consultant: Consultant } | { ok: false; error: string }

/** Sets the password and ends every session. Nobody is signed in by it: the second factor is asked for at the door as before. */
export async function resetPassword(
  db: Kysely<Database>,
  token: string,
  password: string,
  now: Date,
): Promise<ResetResult | null> {
  const consultant = await resetBehind(db, token, now)
  if (!consultant) return null
  const { id, name, email } = consultant
  const error = passwordFault(password, [name, email])
  if (error) return { ok: false, error }
  const passwordHash = await hashPassword(password)
  return inTransaction(db, async (transaction): Promise<ResetResult | null> => {
    if (!(await resetBehind(transaction, token, now))) return null
    await setPasswordHash(transaction, { id, passwordHash })
    await deleteReset(transaction, id)
    await deleteSessionsOf(transaction, { consultantId: id })
    const words = 'set a new password by a link that was made for it'
    const event = { at: now.toISOString(), consultantId: id, consultantName: name, engagementId: null, words }
    await insertAuditEvent(transaction, event)
    return { ok: true, consultant }
  })
}
