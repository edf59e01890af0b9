import { hashToken, newToken } from '#app/http/tokens.server.ts'
import type { Db } from '#db/schema.ts'
import { insertSession } from '#db/sessions.ts'
import { browserName } from './browser-name.ts'

const SESSION_HOURS = 12
export const SESSION_SECONDS = SESSION_HOURS * 3600

/** How long a right password waits for its second factor. */
const CODE_SECONDS = 10 * 60

interface SessionStart {
  /** What the browser says of itself. */
  userAgent?: string
  /** The password was right; nothing opens before the second factor has come. */
  awaitsCode?: boolean
}

/** Begins a session under a token that did not exist before. The token goes into the cookie, only its hash is kept. */
export async function startSession(
  db: Db,
  consultantId: string,
  now: Date,
  { userAgent = '', awaitsCode = false }: SessionStart = {},
): Promise<string> {
  const token = newToken()
  const seconds = awaitsCode ? CODE_SECONDS : SESSION_SECONDS
  await insertSession(db, {
    tokenHash: hashToken(token),
    consultantId,
    expiresAt: new Date(now.getTime() + seconds * 1000).toISOString(),
    startedOn: now.toISOString().slice(0, 10),
    browser: browserName(userAgent),
    lastUsedAt: now.toISOString(),
    awaitsCode,
  })
  return token
}
