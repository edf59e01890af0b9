import type { Kysely } from 'kysely'
import type { Config } from '#app/http/config.server.ts'
import type { Limits } from '#app/http/limits.server.ts'
import { listDraftsFor } from '#db/drafts.ts'
import type { LeadSession } from '#db/lead-sessions.ts'
import { findResumeCode, takeResumeCode } from '#db/resume-codes.ts'
import type { Database, Db } from '#db/schema.ts'
import { type CodeState, readCode } from './resume-code.ts'
import { codeSender, hashResumeCode, sendCode } from './send-code.server.ts'

/** Whether there are answers that a session may not show. */
export async function hidesAnswers(db: Db, session: LeadSession): Promise<boolean> {
  if (session.readsAll || session.round.state !== 'open') return false
  return (await listDraftsFor(db, session)).hidden
}

/** How far a session is on the way to its code. */
export async function codeStateOf(db: Db, { sessionHash }: LeadSession, now: Date): Promise<CodeState> {
  const code = await findResumeCode(db, sessionHash, now.toISOString())
  return code ? { kind: 'asked', delivery: code.delivery } : { kind: 'none' }
}

type Step = { intent: string; typed: string }
type Surroundings = { config: Config; limits: Pick<Limits, 'codesInHour' | 'codesInDay'>; now: Date }

/** Sends a code, or takes one that was typed. `done`: the session may show everything now. */
export async function takeCodeStep(
  db: Kysely<Database>,
  session: LeadSession,
  { intent, typed }: Step,
  { config, limits, now }: Surroundings,
): Promise<CodeState | { kind: 'done' }> {
  if (intent === 'check') {
    const { sessionHash } = session
    const codeHash = hashResumeCode(config.secret, sessionHash, readCode(typed))
    const taken = await takeResumeCode(db, { sessionHash, codeHash, now: now.toISOString() })
    return taken === 'right' ? { kind: 'done' } : { kind: 'wrong', triesLeft: taken }
  }
  const sender = codeSender(config, now)
  if (!sender) return { kind: 'none' }
  const wait = codeWait(limits, session.participationId)
  if (wait > 0) return { kind: 'wait', minutes: Math.ceil(wait / 60) }
  await sendCode(db, session, sender)
  return { kind: 'asked', delivery: 'under-way' }
}

/**
 * Three codes an hour and ten a day: ten codes of five tries leave somebody who only guesses one chance in twenty thousand
 * a day, and nobody's inbox is filled.
 */
function codeWait({ codesInHour, codesInDay }: Surroundings['limits'], participationId: string): number {
  return codesInHour.claim(participationId) || codesInDay.claim(participationId)
}
