import type { Config } from '#app/http/config.server.ts'
import { readCookie } from '#app/http/cookies.server.ts'
import { hashToken } from '#app/http/tokens.server.ts'
import { deleteLeadSession, findLeadSession } from '#db/lead-sessions.ts'
import type { Db } from '#db/schema.ts'
import { spokenTo } from './lead-language.server.ts'

/** Ends the session of a browser that may or may not have one, and says in which language to say goodbye. */
export async function endLeadSession(
  db: Db,
  config: Config,
  { cookies, now }: { cookies: string | undefined; now: Date },
): Promise<string> {
  const token = readCookie(config, 'lead', cookies)
  if (!token) return 'en'
  const session = await findLeadSession(db, hashToken(token), now.toISOString())
  const language = session ? (await spokenTo(db, session)).language : 'en'
  await deleteLeadSession(db, hashToken(token))
  return language
}
