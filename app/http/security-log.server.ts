import { createHmac, randomBytes } from 'node:crypto'
import type { RequestContext } from './context.server.ts'
import { networkOf } from './limit.server.ts'
import { noteSecurity, type SecurityEvent, type SecurityOutcome } from './log.server.ts'
import { whoIs } from './principal.server.ts'

/** Drawn at each start and kept nowhere: tries from one place can be told together, and nobody can say later which it was. */
const networkKey = randomBytes(32)
const SHOWN = 12

interface AtDoor {
  outcome: SecurityOutcome
  /** The address that somebody typed: only its keyed hash is noted, the same for the same address. */
  typed?: string
  [detail: string]: string | number | boolean | undefined
}

/** Notes what happened at a door for consultants: to whom, where that is known, and from which place. Never for leads or readers. */
export function noteAtDoor(
  { config, principal, address }: Pick<RequestContext, 'config' | 'principal' | 'address'>,
  event: SecurityEvent,
  { typed, ...details }: AtDoor,
): void {
  noteSecurity(event, {
    from: keyed(networkKey, networkOf(address)),
    ...(typed !== undefined && { typed: keyed(config.secret, `typed:${typed}`) }),
    ...whoIs(principal),
    ...details,
  })
}

function keyed(key: string | Buffer, text: string): string {
  return createHmac('sha256', key).update(text).digest('hex').slice(0, SHOWN)
}
