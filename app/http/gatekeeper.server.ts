import type { RequestHandler } from 'express'

const SAFE_METHODS = new Set(['GET', 'HEAD'])
const FORM_TYPES = ['application/x-www-form-urlencoded', 'multipart/form-data']
const FORM_LIMIT = 256 * 1024
const IMPORT_LIMIT = 1024 * 1024 + 64 * 1024
const ARCHIVE_LIMIT = 20 * 1024 * 1024 + 64 * 1024

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
    response
      .status(own ? 405 : 403)
      .type('text/plain')
      .send(own ? 'Method not allowed' : 'This form was sent from another site.')
  }
}

function bodyLimit(path: string): number {
  if (path === '/engagements/import') return ARCHIVE_LIMIT
  const takesFiles = path.endsWith('/leads/import') || path === '/questionnaires/import'
  return takesFiles ? IMPORT_LIMIT : FORM_LIMIT
}

/** Bodies are plain forms of a declared, bounded length; anything else is refused before it is read. */
export const limitBody: RequestHandler = (request, response, next) => {
  if (SAFE_METHODS.has(request.method)) return next()
  const type = request.get('content-type') ?? ''
  const length = request.get('content-length')
  const limit = bodyLimit(request.path)
  const refuse = (status: number, words: string) => response.status(status).type('text/plain').send(words)
  if (request.get('content-encoding')) return refuse(415, 'Compressed requests are not accepted.')
  if (length === undefined) return refuse(411, 'The length of the form is missing.')
  if (Number(length) > limit) return refuse(413, `The form is larger than ${Math.floor(limit / 1024)} KiB.`)
  if (Number(length) > 0 && !FORM_TYPES.some((form) => type.startsWith(form)))
    return refuse(415, 'Only forms are accepted.')
  next()
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
