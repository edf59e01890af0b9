import type { RequestHandler } from 'express'
import pino from 'pino'

export const log = pino({ base: null, level: process.env.PLUMBLINE_LOG_LEVEL ?? 'info' })

/** One line a request, without addresses, names or tokens: the path of a link that opens something is masked. */
export const logRequests: RequestHandler = (request, response, next) => {
  const started = performance.now()
  const path = maskPath(request.path)
  response.on('finish', () => {
    const ms = Math.round(performance.now() - started)
    log.info({ method: request.method, path, status: response.statusCode, ms })
  })
  next()
}

/** Routes match whatever the case of their letters, with slashes to spare, and with letters written as escapes. */
export function maskPath(path: string): string {
  return readable(path).replace(/^\/+(p|r|g|join)\/+[^/]+/i, '/$1/***')
}

function readable(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return '/unreadable'
  }
}
