import type { Kysely } from 'kysely'
import { findPasswordHash, renameConsultant, setPasswordHash } from '#db/consultants.ts'
import { inTransaction } from '#db/in-transaction.ts'
import { deleteReset } from '#db/password-resets.ts'
import type { Database } from '#db/schema.ts'
import { deleteSessionsOf } from '#db/sessions.ts'
import type { Consultant } from './consultant.ts'
import { hashPassword, verifyPassword } from './password-hash.server.ts'
import { passwordFault } from './password-rules.ts'
import type { SignInLimits } from './sign-in-limits.server.ts'
import { startSession } from './start-session.server.ts'

export type AccountErrors = Partial<Record<'name' | 'current' | 'password' | 'sessionPassword', string>>

/** Null where the name was taken over. */
export async function changeName(
  db: Kysely<Database>,
  consultant: Consultant,
  name: string,
): Promise<AccountErrors | null> {
  if (name.trim() === '' || name.length > 120) return { name: 'Please give your name as leads will read it.' }
  await renameConsultant(db, { id: consultant.id, name: name.trim() })
  return null
}

/** Guesses at the present password are counted as at the door. */
export async function checkPassword(
  db: Kysely<Database>,
  limits: SignInLimits,
  consultant: Consultant,
  { password, address }: { password: string; address: string },
): Promise<'right' | 'wrong' | { wait: number }> {
  const attempt = { account: consultant.email, address }
  const wait = await limits.claim(attempt)
  if (wait > 0) return { wait }
  if (!(await verifyPassword(await findPasswordHash(db, consultant.id), password))) return 'wrong'
  await limits.forgive(attempt)
  return 'right'
}

/** Sets a new password and ends every session, the present one included: a new one takes its place. */
export async function changePassword(
  db: Kysely<Database>,
  consultant: Consultant,
  { password, userAgent }: { password: string; userAgent: string },
  now: Date,
): Promise<{ ok: true; token: string } | { ok: false; errors: AccountErrors }> {
  const fault = passwordFault(password, [consultant.name, consultant.email])
  if (fault) return { ok: false, errors: { password: fault } }
  const passwordHash = await hashPassword(password)
  return inTransaction(db, async (transaction) => {
    await setPasswordHash(transaction, { id: consultant.id, passwordHash })
    await deleteReset(transaction, consultant.id)
    await deleteSessionsOf(transaction, { consultantId: consultant.id })
    return { ok: true as const, token: await startSession(transaction, consultant.id, now, { userAgent }) }
  })
}
