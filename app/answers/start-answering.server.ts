import { hashToken, newToken } from '#app/http/tokens.server.ts'
import { languagesOf } from '#app/questionnaire/languages.ts'
import { findLeadSession, insertLeadSession } from '#db/lead-sessions.ts'
import { findParticipationByToken, setLanguage } from '#db/participations.ts'
import type { Db } from '#db/schema.ts'
import { voteFor } from './revote/vote-for.server.ts'

/** A working day. Who comes back later uses the link again. */
const SESSION_MS = 12 * 60 * 60 * 1000

interface Starting {
  language?: string
  /** Whether codes can be mailed: then a new browser shows what was answered elsewhere only after one. */
  codes?: boolean
  /** Of the session that the browser has already. */
  formerToken?: string | null
}

/**
 * Opens a session for the holder of a personal link and returns its token, or null where the link leads to neither an open
 * round nor to a vote of one that is over.
 * The session shows nothing until somebody confirms who they are, and it does not count as having started.
 */
export async function startAnswering(
  db: Db,
  linkToken: string,
  now: Date,
  { language = '', codes = false, formerToken = null }: Starting = {},
): Promise<string | null> {
  const found = await findParticipationByToken(db, hashToken(linkToken))
  if (!found || (found.round.state !== 'open' && !(await voteFor(db, found)))) return null
  const offered = found.round.instrument ? languagesOf(found.round.instrument) : []
  if (offered.length > 1 && offered.includes(language))
    await setLanguage(db, found.participation.id, language)
  if (codes && formerToken && (await opens(db, formerToken, found.participation.id, now))) return formerToken
  const token = newToken()
  await insertLeadSession(db, {
    tokenHash: hashToken(token),
    participationId: found.participation.id,
    confirmed: false,
    readsAll: !codes,
    expiresAt: new Date(now.getTime() + SESSION_MS).toISOString(),
  })
  return token
}

/** A browser that answers already goes on where it is: a session of its own would be shown nothing of that. */
async function opens(db: Db, token: string, participationId: string, now: Date): Promise<boolean> {
  const session = await findLeadSession(db, hashToken(token), now.toISOString())
  return session?.participationId === participationId
}
