import { createSignInLimits, type SignInLimits } from '#app/session/sign-in-limits.server.ts'
import { createLimit, type Limit } from './limit.server.ts'
import { noteSecurity } from './log.server.ts'
import { type Principal, whoIs } from './principal.server.ts'
import type { RouteEntry } from './route-table.ts'

const MINUTE = 60
const HOUR = 60 * MINUTE

/**
 * How often something may be asked for. All of it lives in the memory of the process: a restart forgets it.
 * Addresses are counted only for links and codes that open nothing, so an office behind one address is never kept from
 * links that do.
 */
export interface Limits {
  signIn: SignInLimits
  /** Links and short codes that open nothing, by address. */
  unknownLink: Limit
  /** Wrong passphrases, by report link, wherever they come from: who guesses may have many addresses. */
  passphrase: Limit
  /** Codes mailed to a lead, by place, wherever they are asked for. */
  codesInHour: Limit
  codesInDay: Limit
  /** Links for a new password that were asked for, by the address that was typed, and by where it was. */
  resetsOfAccount: Limit
  resetsFromAddress: Limit
  /** Documents laid out, by reader or consultant and report. */
  document: Limit
  /** Files of data, by consultant. */
  export: Limit
  /** Files taken in, by consultant. */
  import: Limit
  /** Saves of the questionnaire's script, by place. */
  autosave: Limit
}

export function createLimits(): Limits {
  return {
    signIn: createSignInLimits(),
    unknownLink: createLimit({ points: 20, seconds: MINUTE }),
    passphrase: createLimit({ points: 5, seconds: 15 * MINUTE }),
    codesInHour: createLimit({ points: 3, seconds: HOUR }),
    codesInDay: createLimit({ points: 10, seconds: 24 * HOUR }),
    resetsOfAccount: createLimit({ points: 3, seconds: HOUR }),
    resetsFromAddress: createLimit({ points: 20, seconds: HOUR }),
    document: createLimit({ points: 6, seconds: MINUTE }),
    export: createLimit({ points: 10, seconds: HOUR }),
    import: createLimit({ points: 10, seconds: HOUR }),
    autosave: createLimit({ points: 120, seconds: MINUTE }),
  }
}

/** Counts what the route table limits. 0 lets it through, anything else is the number of seconds to wait. */
export function secondsToWait(
  limits: Limits,
  principal: Principal,
  entry: RouteEntry | null,
  { path, changes }: { path: string; changes: boolean },
): number {
  if (!entry?.limit) return 0
  const whenSent = entry.limit === 'import' || entry.limit === 'autosave'
  if (whenSent && !changes) return 0
  const who = whoOf(principal)
  const seconds = limits[entry.limit].claim(entry.limit === 'document' ? `${who} ${path}` : who)
  if (seconds > 0) noteSecurity('limit', { outcome: 'wait', limit: entry.limit, ...whoIs(principal) })
  return seconds
}

function whoOf(principal: Principal): string {
  switch (principal.kind) {
    case 'consultant':
      return `consultant ${principal.consultant.id}`
    case 'lead':
      return `place ${principal.session.participationId}`
    case 'reader':
      return `link ${principal.shareId}`
    case 'follower':
      return `plan ${principal.engagementId}`
    case 'nobody':
      return 'nobody'
  }
}
