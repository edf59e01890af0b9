import { hashToken, newToken } from '#app/http/tokens.server.ts'
import { insertLeadSession } from '#db/lead-sessions.ts'
import { findParticipationByToken } from '#db/participations.ts'
import type { Db } from '#db/schema.ts'

/** A working day. Who comes back later uses the link again. */
const SESSION_MS = 12 * 60 * 60 * 1000

/**
 * Opens a session for the holder of a personal link and returns its token, or null where the link leads to no open round.
 * The session shows nothing until somebody confirms who they are, and it does not count as having started.
 */
export async function startAnswering(db: Db, linkToken: string, now: Date): Promise<string | null> {
  const found = await findParticipationByToken(db, hashToken(linkToken))
  if (found?.round.state !== 'open') return null
  const token = newToken()
  await insertLeadSession(db, {
    tokenHash: hashToken(token),
    participationId: found.participation.id,
    confirmed: false,
    expiresAt: new Date(now.getTime() + SESSION_MS).toISOString(),
  })
  return token
}
