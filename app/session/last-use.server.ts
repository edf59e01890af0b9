import type { Db } from '#db/schema.ts'
import { setLastUse } from '#db/sessions.ts'

/** A consultant who asked for nothing for so long has to sign in again. */
export const IDLE_MINUTES = 60

const MINUTE_MS = 60_000
const STORED_EVERY_MS = 10 * MINUTE_MS
const MOST_REMEMBERED = 10_000

/**
 * When each session last asked for something, by its hash, in the memory of the process: looking at a page changes no row.
 * The database learns of it from forms, every ten minutes at most, so after a new start it counts from the last of those.
 */
const lastUses = new Map<string, number>()

/** A session as the database has it. */
export interface KeptSession {
  tokenHash: string
  lastUsedAt: string
}

export function isIdle(session: KeptSession, now: Date): boolean {
  return now.getTime() - lastUseOf(session) > IDLE_MINUTES * MINUTE_MS
}

function lastUseOf({ tokenHash, lastUsedAt }: KeptSession): number {
  return Math.max(lastUses.get(tokenHash) ?? 0, Date.parse(lastUsedAt) || 0)
}

/** Notes that a session is in use; `changes`: by a form. */
export async function noteUse(
  db: Db,
  session: KeptSession,
  { changes, now }: { changes: boolean; now: Date },
): Promise<void> {
  const { tokenHash, lastUsedAt } = session
  lastUses.delete(tokenHash)
  lastUses.set(tokenHash, now.getTime())
  if (lastUses.size > MOST_REMEMBERED) lastUses.delete(lastUses.keys().next().value ?? '')
  const stored = Date.parse(lastUsedAt) || 0
  if (changes && now.getTime() - stored >= STORED_EVERY_MS) await setLastUse(db, tokenHash, now.toISOString())
}

/** As a new start of the server would: what only its memory knew is gone. */
export function forgetUses(): void {
  lastUses.clear()
}
