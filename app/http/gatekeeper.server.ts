import type { RequestHandler } from 'express'
import { maskPath, noteSecurity } from './log.server.ts'
import { refuse } from './refusal.server.ts'

const SAFE_METHODS = new Set(['GET', 'HEAD'])

const FOREIGN = {
  title: 'This form was sent from another site',
  text: 'Nothing was changed. If it was you, please open the page here and send the form again.',
}
const OTHER_METHOD = {
  title: 'Method not allowed',
  text: 'Pages are read with GET and forms are sent with POST.',
}

/**
 * Forged requests of other sites: whatever changes something must come from our own origin. Browsers always say where a
 * form comes from, by Origin or by Sec-Fetch-Site; a request that says neither is refused.
 */
export function requireOwnOrigin(baseUrl: string): RequestHandler {
  return (request, response, next) => {
    if (SAFE_METHODS.has(request.method)) return next()
    const origin = request.get('origin')
    const own = origin === undefined ? request.get('sec-fetch-site') === 'same-origin' : origin === baseUrl
    if (own && request.method === 'POST') return next()
    noteSecurity('forged', { outcome: 'refused', method: request.method, path: maskPath(request.path), own })
    refuse(request, response, own ? 405 : 403, own ? OTHER_METHOD : FOREIGN)
  }
}

/** An address at which there is nothing, so that what cannot be read gets the same page as what does not exist. */
const NOWHERE = '/-'

/**
 * There is no script framework in the pages, so its data addresses serve nobody. The host is taken from the configured
 * address: a forged Host or X-Forwarded-Host header reaches nothing. An address that the router would read otherwise
 * than the guard (dots to be resolved, a broken escape) leads nowhere.
 */
export function closeSideDoors(baseUrl: string): RequestHandler {
  const { host } = new URL(baseUrl)
  return (request, response, next) => {
    if (!isPlain(request.url, baseUrl)) request.url = request.originalUrl = NOWHERE
    if (
      request.path.endsWith('.data') ||
      request.path.startsWith('/__manifest') ||
      '_data' in request.query
    ) {
      return response.status(404).type('text/plain').send('Not found')
    }
    delete request.headers['x-forwarded-host']
    request.headers.host = host
    next()
  }
}

function isPlain(address: string, baseUrl: string): boolean {
  const [path = ''] = address.split(/[?#]/)
  if (!path.startsWith('/') || !URL.canParse(baseUrl + address)) return false
  try {
    decodeURIComponent(path)
  } catch {
    return false
  }
  return new URL(baseUrl + address).pathname === path
}
