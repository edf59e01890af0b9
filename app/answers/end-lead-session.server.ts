import type { Config } from '#app/http/config.server.ts'
import { readCookie } from '#app/http/cookies.server.ts'
import { hashToken } from '#app/http/tokens.server.ts'
import { deleteLeadSession } from '#db/lead-sessions.ts'
import type { Db } from '#db/schema.ts'

/** Ends the session of a browser that may or may not have one. */
export async function endLeadSession(db: Db, config: Config, cookies: string | undefined): Promise<void> {
  const token = readCookie(config, 'lead', cookies)
  if (token) await deleteLeadSession(db, hashToken(token))
}
