import type { Kysely } from 'kysely'
import { mayActAs } from '#app/session/consultant.ts'
import { isIdle, type KeptSession, noteUse } from '#app/session/last-use.server.ts'
import { findLeadSession } from '#db/lead-sessions.ts'
import { findProgressSession } from '#db/progress-shares.ts'
import { findReportSession } from '#db/report-shares.ts'
import type { Database } from '#db/schema.ts'
import { findConsultantSession } from '#db/sessions.ts'
import type { Config } from './config.server.ts'
import { type CookieKind, readCookie } from './cookies.server.ts'
import { findFarewell } from './handed-in.server.ts'
import { noteSecurity } from './log.server.ts'
import { type Principal, whoIs } from './principal.server.ts'
import type { RouteEntry } from './route-table.ts'
import { hashToken } from './tokens.server.ts'

/** Where somebody without the right session is sent. */
const DOORS: Record<CookieKind, string> = {
  consultant: '/sign-in',
  lead: '/link-needed',
  reader: '/link-needed',
  follower: '/link-needed',
}

/** Where a form is kept that came from a page which was left alone for too long. */
const KEPT_FORM = '/sign-in/again'

/** Where a consultant is led who has yet to set up the second factor that is asked of everybody. */
const FACTOR_DOOR = '/account/second-factor'

export type GuardResult =
  | { kind: 'pass'; principal: Principal }
  /** keepsForm: the form goes along, so that what was typed is not lost. */
  | { kind: 'redirect'; to: string; keepsForm?: boolean }
  | { kind: 'forbidden' }

/** Holds a request against its line of the route table. One without a line passes as nobody and meets the router's 404. */
export async function guardRequest(
  db: Kysely<Database>,
  config: Config,
  request: { entry: RouteEntry | null; cookies: string | undefined; changes: boolean; url: string },
  now: Date,
): Promise<GuardResult> {
  const { entry, changes, url } = request
  const guard = entry?.guard ?? 'public'
  if (guard === 'public') return { kind: 'pass', principal: { kind: 'nobody' } }
  const token = readCookie(config, guard, request.cookies)
  const hash = token && hashToken(token)
  const found = hash ? await findPrincipal(db, guard, hash, now) : null
  if (!found) {
    if (hash && guard === 'consultant') noteSecurity('session', { outcome: 'refused', path: entry?.path })
    return { kind: 'redirect', to: (hash && changes && findFarewell(hash, now)) || DOORS[guard] }
  }
  const { principal, kept } = found
  if (kept && isIdle(kept, now)) {
    noteSecurity('session', { outcome: 'idle', path: entry?.path })
    if (!changes) return { kind: 'redirect', to: DOORS[guard] }
    return { kind: 'redirect', to: `${KEPT_FORM}?to=${encodeURIComponent(url)}`, keepsForm: true }
  }
  if (kept && !entry?.byItself) await noteUse(db, kept, { changes, now })
  if (principal.kind === 'consultant' && principal.owesFactor && !entry?.beforeFactor)
    return { kind: 'redirect', to: FACTOR_DOOR }
  if (isAllowed(principal, entry, changes)) return { kind: 'pass', principal }
  noteSecurity('access', { outcome: 'refused', ...whoIs(principal), path: entry?.path, changes })
  return { kind: 'forbidden' }
}

/** Whether a consultant's role is enough for what the address does. */
function isAllowed(principal: Principal, entry: RouteEntry | null, changes: boolean): boolean {
  if (principal.kind !== 'consultant') return true
  const needed = (changes ? entry?.writes : entry?.reads) ?? 'consultant'
  return mayActAs(principal.consultant.role, needed)
}

interface Found {
  principal: Principal
  /** Of consultants: what tells whether they left their screen alone for too long. */
  kept?: KeptSession
}

async function findPrincipal(
  db: Kysely<Database>,
  guard: CookieKind,
  sessionHash: string,
  now: Date,
): Promise<Found | null> {
  const time = now.toISOString()
  if (guard === 'consultant') {
    const session = await findConsultantSession(db, sessionHash, time)
    if (!session) return null
    const { lastUsedAt, ...signedIn } = session
    const principal = { kind: 'consultant' as const, ...signedIn, sessionHash }
    return { principal, kept: { tokenHash: sessionHash, lastUsedAt } }
  }
  if (guard === 'lead') {
    const session = await findLeadSession(db, sessionHash, time)
    return session && { principal: { kind: 'lead', session, sessionHash } }
  }
  if (guard === 'follower') {
    const engagementId = await findProgressSession(db, sessionHash, time)
    return engagementId === null ? null : { principal: { kind: 'follower', engagementId } }
  }
  const reader = await findReportSession(db, sessionHash, time)
  return reader && { principal: { kind: 'reader', ...reader } }
}
