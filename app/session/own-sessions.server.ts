import type { RequestContext } from '#app/http/context.server.ts'
import { consultantOf } from '#app/http/principal.server.ts'
import { noteAtDoor } from '#app/http/security-log.server.ts'
import { hashToken } from '#app/http/tokens.server.ts'
import { deleteSessionsOf, deleteTheseSessions, listSessions } from '#db/sessions.ts'
import { isIdle } from './last-use.server.ts'

const MARK_LENGTH = 16

/** Tells sessions apart in a form, and leads to none. */
function markOf(tokenHash: string): string {
  return hashToken(tokenHash).slice(0, MARK_LENGTH)
}

async function openSessions(context: RequestContext) {
  const now = context.now()
  const sessions = await listSessions(context.db, consultantOf(context).id, now.toISOString())
  return sessions.filter((session) => !isIdle(session, now))
}

/** Where the person is signed in, as the page of the account shows it. */
export async function listOwnSessions(context: RequestContext) {
  const own = sessionHashOf(context)
  return (await openSessions(context)).map(({ tokenHash, startedOn, browser }) => ({
    id: markOf(tokenHash),
    browser: browser || 'A browser',
    startedOn: startedOn ?? 'before this list was kept',
    here: tokenHash === own,
  }))
}

/** Ends sessions of who is signed in: those that were chosen, or all but this one. */
export async function endOwnSessions(
  context: RequestContext,
  which: 'all others' | readonly string[],
): Promise<void> {
  const { db } = context
  const consultantId = consultantOf(context).id
  if (which === 'all others') {
    await deleteSessionsOf(db, { consultantId, except: sessionHashOf(context) })
  } else {
    const hashes = (await openSessions(context)).map(({ tokenHash }) => tokenHash)
    const chosen = hashes.filter((hash) => which.includes(markOf(hash)))
    if (chosen.length > 0) await deleteTheseSessions(db, { consultantId, hashes: chosen })
  }
  noteAtDoor(context, 'sessions-ended', { outcome: 'done' })
}

export function sessionHashOf({ principal }: Pick<RequestContext, 'principal'>): string {
  return principal.kind === 'consultant' ? principal.sessionHash : ''
}
