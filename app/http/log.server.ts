import type { RequestHandler } from 'express'
import pino from 'pino'
import type { RequestContext } from './context.server.ts'
import { whoIs } from './principal.server.ts'

export const log = pino({ base: null, level: process.env.PLUMBLINE_LOG_LEVEL ?? 'info' })

/** What can happen at a lock of the house; docs/operations.md says of each what it means. */
export type SecurityEvent =
  | 'sign-in'
  | 'second-factor'
  | 'set-up'
  | 'join'
  | 'password-check'
  | 'password-changed'
  | 'reset-asked'
  | 'reset-link'
  | 'factor-changed'
  | 'sessions-ended'
  | 'session'
  | 'access'
  | 'passphrase'
  | 'forged'
  | 'body'
  | 'limit'

/** `made`: a link. `idle`: left alone for too long. `wait`: a limit was met. */
export type SecurityOutcome = 'done' | 'refused' | 'code-needed' | 'made' | 'idle' | 'wait'

interface SecurityDetails {
  outcome: SecurityOutcome
  /** Id of a consultant; never anything of a lead or a reader. */
  who?: string
  [detail: string]: string | number | boolean | undefined
}

/** One line for whoever watches the locks. It stands at a level that is kept where lines for each request are left out. */
export function noteSecurity(security: SecurityEvent, details: SecurityDetails): void {
  log.warn({ security, ...details })
}

/**
 * One line a request, without addresses, names or tokens: the path of a link that opens something is masked, and who asks is
 * told of consultants only.
 */
export const logRequests: RequestHandler = (request, response, next) => {
  const started = performance.now()
  const { method } = request
  const path = maskPath(request.path)
  response.on('finish', () => {
    const ms = Math.round(performance.now() - started)
    const status = response.statusCode
    const who = whoIs((response.locals.context as RequestContext | undefined)?.principal)
    log.info({ method, path, status, ms, ...who })
    // Somebody else's client is not told apart from one that does not exist.
    if (who.who && status === 404) noteSecurity('access', { outcome: 'refused', ...who, path, nothing: true })
  })
  next()
}

/** Routes match whatever the case of their letters, with slashes to spare, and with letters written as escapes. */
export function maskPath(path: string): string {
  return readable(path).replace(/^\/+(p|r|g|join|reset)\/+[^/]+/i, '/$1/***')
}

function readable(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return '/unreadable'
  }
}
