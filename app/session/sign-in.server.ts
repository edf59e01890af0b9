import type { Kysely } from 'kysely'
import { findConsultantByEmail } from '#db/consultants.ts'
import type { Database } from '#db/schema.ts'
import { deleteExpiredSessions } from '#db/sessions.ts'
import { normaliseEmail } from './email.ts'
import { verifyPassword } from './password-hash.server.ts'
import { PASSWORD_LENGTH } from './password-rules.ts'
import type { SignInLimits } from './sign-in-limits.server.ts'
import { startSession } from './start-session.server.ts'

export interface Credentials {
  email: string
  password: string
}

export type SignInResult = { kind: 'signed-in'; token: string } | { kind: 'refused' }

/** Checks the password and begins a session. A wrong password and an unknown address look the same from outside. */
export async function signIn(
  db: Kysely<Database>,
  { email, password }: Credentials,
  now: Date,
): Promise<SignInResult> {
  const found = await findConsultantByEmail(db, normaliseEmail(email))
  const plausible = [...password].length <= PASSWORD_LENGTH.most ? password : ''
  const verified = await verifyPassword(found?.passwordHash ?? null, plausible)
  if (!found || !verified) return { kind: 'refused' }
  await deleteExpiredSessions(db, now.toISOString())
  return { kind: 'signed-in', token: await startSession(db, found.consultant.id, now) }
}

/** Signing in as the door allows it: guesses are counted before the password is looked at. */
export async function signInWithinLimits(
  db: Kysely<Database>,
  limits: SignInLimits,
  { address, ...credentials }: Credentials & { address: string },
  now: Date,
): Promise<SignInResult | { kind: 'wait'; seconds: number }> {
  const attempt = { account: normaliseEmail(credentials.email), address }
  const seconds = await limits.claim(attempt)
  if (seconds > 0) return { kind: 'wait', seconds }
  const result = await signIn(db, credentials, now)
  if (result.kind === 'signed-in') await limits.forgive(attempt)
  return result
}
