import type { Kysely } from 'kysely'
import { findConsultantByEmail } from '#db/consultants.ts'
import type { Database } from '#db/schema.ts'
import { deleteExpiredSessions, deleteSession, findWaitingConsultant } from '#db/sessions.ts'
import { normaliseEmail } from './email.ts'
import { verifyPassword } from './password-hash.server.ts'
import { PASSWORD_LENGTH } from './password-rules.ts'
import { hasSecondFactor, passSecondFactor } from './second-factor.server.ts'
import type { SignInLimits } from './sign-in-limits.server.ts'
import { startSession } from './start-session.server.ts'

export interface Credentials {
  email: string
  password: string
  userAgent?: string
}

/** code-needed: the token opens nothing but the page that asks for the second factor. */
export type SignInResult =
  | { kind: 'signed-in' | 'code-needed'; token: string; consultantId: string }
  | { kind: 'refused' }

/** Checks the password and begins a session. A wrong password and an unknown address look the same from outside. */
export async function signIn(
  db: Kysely<Database>,
  { email, password, userAgent }: Credentials,
  now: Date,
): Promise<SignInResult> {
  const found = await findConsultantByEmail(db, normaliseEmail(email))
  const plausible = [...password].length <= PASSWORD_LENGTH.most ? password : ''
  const verified = await verifyPassword(found?.passwordHash ?? null, plausible)
  if (!found || !verified) return { kind: 'refused' }
  await deleteExpiredSessions(db, now.toISOString())
  const consultantId = found.consultant.id
  const awaitsCode = await hasSecondFactor(db, consultantId)
  const token = await startSession(db, consultantId, now, { userAgent, awaitsCode })
  return { kind: awaitsCode ? 'code-needed' : 'signed-in', token, consultantId }
}

/** The second step: a right code makes a new session out of the one that waited. Null for a wrong code. */
export async function signInWithCode(
  db: Kysely<Database>,
  { waitingHash, code, userAgent }: { waitingHash: string; code: string; userAgent: string },
  { serverSecret, now }: { serverSecret: string; now: Date },
): Promise<string | null> {
  const consultant = await findWaitingConsultant(db, waitingHash, now.toISOString())
  if (!consultant || !(await passSecondFactor(db, consultant, code, { serverSecret, now }))) return null
  await deleteSession(db, waitingHash)
  return startSession(db, consultant.id, now, { userAgent })
}

/** Whose second factor is waited for; null where nobody's is. */
export function waitingConsultant(db: Kysely<Database>, waitingHash: string, now: Date) {
  return findWaitingConsultant(db, waitingHash, now.toISOString())
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
  if (result.kind !== 'refused') await limits.forgive(attempt)
  return result
}
