import { timingSafeEqual } from 'node:crypto'
import type { CodeDelivery } from '#app/answers/resume/resume-code.ts'
import { inTransaction } from './in-transaction.ts'
import type { Db } from './schema.ts'

export interface ResumeCode {
  codeHash: string
  expiresAt: string
  triesLeft: number
  delivery: CodeDelivery
}

/** Keeps the code of a session; one that was made before is worth nothing from now on. */
export async function saveResumeCode(
  db: Db,
  { sessionHash, codeHash, expiresAt, triesLeft, delivery }: ResumeCode & { sessionHash: string },
): Promise<void> {
  const code = { code_hash: codeHash, expires_at: expiresAt, tries_left: triesLeft, delivery }
  await db
    .insertInto('resume_code')
    .values({ session_hash: sessionHash, ...code })
    .onConflict((conflict) => conflict.column('session_hash').doUpdateSet(code))
    .execute()
}

/** Null where there is none that could still be typed. */
export async function findResumeCode(db: Db, sessionHash: string, now: string): Promise<ResumeCode | null> {
  const row = await db
    .selectFrom('resume_code')
    .selectAll()
    .where('session_hash', '=', sessionHash)
    .where('expires_at', '>', now)
    .where('tries_left', '>', 0)
    .executeTakeFirst()
  if (!row) return null
  const { code_hash: codeHash, expires_at: expiresAt, tries_left: triesLeft, delivery } = row
  return { codeHash, expiresAt, triesLeft, delivery }
}

/** Notes what came of mailing a code, unless a newer one has taken its place. */
export async function setCodeDelivery(
  db: Db,
  { sessionHash, codeHash, delivery }: { sessionHash: string; codeHash: string; delivery: CodeDelivery },
): Promise<void> {
  await db
    .updateTable('resume_code')
    .set({ delivery })
    .where('session_hash', '=', sessionHash)
    .where('code_hash', '=', codeHash)
    .execute()
}

/**
 * Takes one try of a session's code. The right one is used up, and the session may show everything from then on.
 *
 * @returns `right`, or the tries that are left; 0 also where there was no code to try
 */
export function takeResumeCode(
  db: Db,
  { sessionHash, codeHash, now }: { sessionHash: string; codeHash: string; now: string },
): Promise<'right' | number> {
  return inTransaction(db, async (transaction) => {
    const row = await transaction
      .updateTable('resume_code')
      .set((eb) => ({ tries_left: eb('tries_left', '-', 1) }))
      .where('session_hash', '=', sessionHash)
      .where('expires_at', '>', now)
      .where('tries_left', '>', 0)
      .returning(['code_hash', 'tries_left'])
      .executeTakeFirst()
    if (!row) return 0
    if (!sameHash(row.code_hash, codeHash)) return row.tries_left
    await transaction.deleteFrom('resume_code').where('session_hash', '=', sessionHash).execute()
    await transaction
      .updateTable('lead_session')
      .set({ reads_all: 1 })
      .where('token_hash', '=', sessionHash)
      .execute()
    return 'right'
  })
}

function sameHash(a: string, b: string): boolean {
  const [kept, typed] = [Buffer.from(a), Buffer.from(b)]
  return kept.length === typed.length && timingSafeEqual(kept, typed)
}
