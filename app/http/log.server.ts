import type { RequestHandler } from 'express'
import pino from 'pino'

export const log = pino({ base: null, level: process.env.PLUMBLINE_LOG_LEVEL ?? 'info' })

/** One line a request, without addresses, names or tokens: the path of a link that opens something is masked. */
export const logRequests: RequestHandler = (request, response, next) => {
  const started = performance.now()
  response.on('finish', () => {
    const ms = Math.round(performance.now() - started)
    log.info({ method: request.method, path: maskPath(request.path), status: response.statusCode, ms })
  })
  next()
}

/** Routes match whatever the case of their letters, and with slashes to spare. */
export function maskPath(path: string): string {
  return path.replace(/^\/+(p|r|join)\/+[^/]+/i, '/$1/***')
}
