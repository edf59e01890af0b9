import { hashToken, newToken } from '#app/http/tokens.server.ts'
import type { Db } from '#db/schema.ts'
import { insertSession } from '#db/sessions.ts'

const SESSION_HOURS = 12
export const SESSION_SECONDS = SESSION_HOURS * 3600

/** Begins a session under a token that did not exist before. The token goes into the cookie, only its hash is kept. */
export async function startSession(db: Db, consultantId: string, now: Date): Promise<string> {
  const token = newToken()
  const expiresAt = new Date(now.getTime() + SESSION_SECONDS * 1000).toISOString()
  await insertSession(db, { tokenHash: hashToken(token), consultantId, expiresAt })
  return token
}
