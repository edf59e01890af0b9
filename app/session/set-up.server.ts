import { randomUUID, timingSafeEqual } from 'node:crypto'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { hashToken } from '#app/http/tokens.server.ts'
import { countConsultants, insertConsultant } from '#db/consultants.ts'
import { inTransaction } from '#db/in-transaction.ts'
import type { Database, Db } from '#db/schema.ts'
import { normaliseEmail } from './email.ts'
import { hashPassword } from './password-hash.server.ts'
import { passwordFault } from './password-rules.ts'
import type { SignInLimits } from './sign-in-limits.server.ts'
import { startSession } from './start-session.server.ts'

export interface SetUpForm {
  name: string
  email: string
  password: string
  code: string
}

export type SetUpErrors = Partial<Record<keyof SetUpForm | 'form', string>>
export type SetUpResult = { ok: true; token: string } | { ok: false; errors: SetUpErrors }

export type SetUpOutcome =
  | { kind: 'done'; token: string }
  | { kind: 'refused'; errors: SetUpErrors }
  | { kind: 'wait'; seconds: number }

/** Whether there is no consultant yet. */
export async function needsSetUp(db: Db): Promise<boolean> {
  return (await countConsultants(db)) === 0
}

/** Makes the first consultant and signs them in. Works once: afterwards there is somebody. */
export async function setUp(
  db: Kysely<Database>,
  form: SetUpForm,
  expectedCode: string,
  now: Date,
): Promise<SetUpResult> {
  const errors = faultsOf(form, expectedCode)
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  const passwordHash = await hashPassword(form.password)
  return inTransaction(db, async (transaction): Promise<SetUpResult> => {
    if (!(await needsSetUp(transaction))) {
      return { ok: false, errors: { form: 'Plumbline has been set up already. Please sign in.' } }
    }
    const consultant = {
      id: randomUUID(),
      name: form.name.trim(),
      email: normaliseEmail(form.email),
      role: 'owner' as const,
    }
    await insertConsultant(transaction, {
      ...consultant,
      passwordHash,
      createdOn: now.toISOString().slice(0, 10),
    })
    return { ok: true, token: await startSession(transaction, consultant.id, now) }
  })
}

/** Guesses at the set-up code are counted like guesses at a password. */
export async function setUpWithinLimits(
  db: Kysely<Database>,
  limits: SignInLimits,
  form: SetUpForm,
  { address, expectedCode }: { address: string; expectedCode: string },
  now: Date,
): Promise<SetUpOutcome> {
  const attempt = { account: 'set-up', address }
  const seconds = await limits.claim(attempt)
  if (seconds > 0) return { kind: 'wait', seconds }
  const result = await setUp(db, form, expectedCode, now)
  const codeWasRight = result.ok || result.errors.code === undefined
  if (codeWasRight) await limits.forgive(attempt)
  return result.ok ? { kind: 'done', token: result.token } : { kind: 'refused', errors: result.errors }
}

function faultsOf(form: SetUpForm, expectedCode: string): SetUpErrors {
  const errors: SetUpErrors = {}
  // Code first and alone: a stranger without it learns nothing about the rest.
  if (!sameSecret(form.code.trim(), expectedCode)) {
    return { code: 'This is not the set-up code. The server printed it when it started for the first time.' }
  }
  if (form.name.trim() === '' || form.name.length > 120)
    errors.name = 'Please give your name as leads will read it.'
  if (!z.email().safeParse(normaliseEmail(form.email)).success)
    errors.email = 'This is not an e-mail address.'
  const fault = passwordFault(form.password, [form.name, form.email])
  if (fault) errors.password = fault
  return errors
}

function sameSecret(given: string, expected: string): boolean {
  return timingSafeEqual(Buffer.from(hashToken(given)), Buffer.from(hashToken(expected)))
}
