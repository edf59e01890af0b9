import type { Kysely } from 'kysely'
import { mayActAs } from '#app/session/consultant.ts'
import { isIdle, noteUse } from '#app/session/last-use.server.ts'
import { findLeadSession } from '#db/lead-sessions.ts'
import { findProgressSession } from '#db/progress-shares.ts'
import { findReportSession } from '#db/report-shares.ts'
import type { Database } from '#db/schema.ts'
import { findConsultantSession } from '#db/sessions.ts'
import type { Config } from './config.server.ts'
import { type CookieKind, readCookie } from './cookies.server.ts'
import { findFarewell } from './handed-in.server.ts'
import type { Principal } from './principal.server.ts'
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
  | { kind: 'redirect'; to: string }
  /** The form goes along: what was typed is not lost. */
  | { kind: 'form-kept'; to: string }
  | { kind: 'forbidden' }

/** Holds a request against its line of the route table. One without a line passes as nobody and meets the router's 404. */
export async function guardRequest(
  db: Kysely<Database>,
  config: Config,
  request: { entry: RouteEntry | null; cookies: string | undefined; changes: boolean },
  now: Date,
): Promise<GuardResult> {
  const { entry } = request
  const guard = entry?.guard ?? 'public'
  if (guard === 'public') return { kind: 'pass', principal: { kind: 'nobody' } }
  const token = readCookie(config, guard, request.cookies)
  const hash = token && hashToken(token)
  const principal = hash ? await findPrincipal(db, guard, hash, now) : null
  if (!principal)
    return { kind: 'redirect', to: (hash && request.changes && findFarewell(hash, now)) || DOORS[guard] }
  if (principal.kind === 'consultant' && principal.owesFactor && !entry?.beforeFactor)
    return { kind: 'redirect', to: FACTOR_DOOR }
  return isAllowed(principal, entry, request.changes) ? { kind: 'pass', principal } : { kind: 'forbidden' }
}

/** Whether a consultant's role is enough for what the address does. */
function isAllowed(principal: Principal, entry: RouteEntry | null, changes: boolean): boolean {
  if (principal.kind !== 'consultant') return true
  const needed = (changes ? entry?.writes : entry?.reads) ?? 'consultant'
  return mayActAs(principal.consultant.role, needed)
}

async function findPrincipal(
  db: Kysely<Database>,
  guard: CookieKind,
  sessionHash: string,
  now: Date,
): Promise<Principal | null> {
  const time = now.toISOString()
  if (guard === 'consultant') {
    const session = await findConsultantSession(db, sessionHash, time)
    return session && { kind: 'consultant', ...session, sessionHash }
  }
  if (guard === 'lead') {
    const session = await findLeadSession(db, sessionHash, time)
    return session && { kind: 'lead', session, sessionHash }
  }
  if (guard === 'follower') {
    const engagementId = await findProgressSession(db, sessionHash, time)
    return engagementId === null ? null : { kind: 'follower', engagementId }
  }
  const reader = await findReportSession(db, sessionHash, time)
  return reader && { kind: 'reader', ...reader }
}
