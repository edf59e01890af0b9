import type { Kysely } from 'kysely'
import { Secret, TOTP } from 'otpauth'
import { hashToken, newToken } from '#app/http/tokens.server.ts'
import type { Database } from '#db/schema.ts'
import {
  confirmSecondFactor,
  findSecondFactor,
  offerSecondFactor,
  removeSecondFactor,
  type SecondFactor,
  takeRecoveryCode,
  takeStep,
} from '#db/second-factors.ts'
import type { Consultant } from './consultant.ts'
import { seal, unseal } from './seal.server.ts'

const PERIOD_SECONDS = 30
const RECOVERY_CODES = 8
/** 120 bits: enough for a fast hash. */
const RECOVERY_LENGTH = 24

/** What an authenticator app is shown, as a code to scan and as text to type. */
export interface OfferedFactor {
  uri: string
  secret: string
}

export async function hasSecondFactor(db: Kysely<Database>, consultantId: string): Promise<boolean> {
  return (await findSecondFactor(db, consultantId))?.confirmed === true
}

/** A secret for the person's app. It counts from the first right code on. */
export async function offerFactor(
  db: Kysely<Database>,
  consultant: Consultant,
  serverSecret: string,
): Promise<OfferedFactor | null> {
  const existing = await findSecondFactor(db, consultant.id)
  if (existing?.confirmed) return null
  const offered = existing && opened(serverSecret, consultant.id, existing.sealedSecret)
  const secret = offered ?? new Secret({ size: 20 }).base32
  if (!offered) await offerSecondFactor(db, consultant.id, seal(serverSecret, consultant.id, secret))
  return { secret, uri: totpOf(secret, consultant.email).toString() }
}

/** Turns the second factor on with its first right code. Gives the recovery codes, this once; null for a wrong code. */
export async function confirmFactor(
  db: Kysely<Database>,
  consultant: Consultant,
  code: string,
  { serverSecret, now }: { serverSecret: string; now: Date },
): Promise<string[] | null> {
  const factor = await findSecondFactor(db, consultant.id)
  if (!factor || factor.confirmed) return null
  const step = stepOf(factor, consultant, code, serverSecret, now)
  if (step === null) return null
  const codes = Array.from({ length: RECOVERY_CODES }, () => newToken().slice(0, RECOVERY_LENGTH))
  await confirmSecondFactor(db, { consultantId: consultant.id, step, codeHashes: codes.map(hashToken) })
  return codes
}

/** Whether a code from the app, or a recovery code, may open the door now. Either works once. */
export async function passSecondFactor(
  db: Kysely<Database>,
  consultant: Consultant,
  code: string,
  { serverSecret, now }: { serverSecret: string; now: Date },
): Promise<boolean> {
  const factor = await findSecondFactor(db, consultant.id)
  if (!factor?.confirmed) return false
  const step = stepOf(factor, consultant, code, serverSecret, now)
  if (step !== null) return takeStep(db, { consultantId: consultant.id, step })
  const recovery = code.toUpperCase().replace(/[^0-9A-Z]/g, '')
  return takeRecoveryCode(db, { consultantId: consultant.id, codeHash: hashToken(recovery) })
}

export function dropFactor(db: Kysely<Database>, consultantId: string): Promise<void> {
  return removeSecondFactor(db, consultantId)
}

/** The time step that a code belongs to, one step to either side forgiven; null for a wrong code. */
function stepOf(
  { sealedSecret }: SecondFactor,
  { id, email }: Consultant,
  code: string,
  serverSecret: string,
  now: Date,
): number | null {
  const token = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const secret = opened(serverSecret, id, sealedSecret)
  if (secret === null) return null
  const totp = totpOf(secret, email)
  const delta = totp.validate({ token, timestamp: now.getTime(), window: 1 })
  return delta === null ? null : Math.floor(now.getTime() / 1000 / PERIOD_SECONDS) + delta
}

/** Null where the server's own secret is another than it was: recovery codes still open. */
function opened(serverSecret: string, owner: string, sealed: string): string | null {
  try {
    return unseal(serverSecret, owner, sealed)
  } catch {
    return null
  }
}

function totpOf(secret: string, label: string): TOTP {
  return new TOTP({
    issuer: 'Plumbline',
    label,
    secret: Secret.fromBase32(secret),
    period: PERIOD_SECONDS,
    digits: 6,
  })
}
