import type { RequestHandler } from 'express'
import helmet from 'helmet'

/** Pages carry no inline script or style and load nothing from anywhere else. */
const CONTENT_SECURITY_POLICY = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'font-src': ["'self'"],
  'img-src': ["'self'"],
  'connect-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
  'object-src': ["'none'"],
  'require-trusted-types-for': ["'script'"],
}

/**
 * `strict-origin` and not `no-referrer`: with the latter browsers send `Origin: null` with forms, and the origin check
 * would have nothing to hold on to. No path, and so no token, is ever sent on.
 */
export function securityHeaders(secure: boolean): RequestHandler {
  return helmet({
    contentSecurityPolicy: { useDefaults: false, directives: CONTENT_SECURITY_POLICY },
    referrerPolicy: { policy: 'strict-origin' },
    crossOriginEmbedderPolicy: false,
    strictTransportSecurity: secure ? { maxAge: 63_072_000, includeSubDomains: true } : false,
    xFrameOptions: { action: 'deny' },
  })
}

/** Stylesheets and logos: under one address they never change, and they say when they may be kept. */
const BRAND_FILES = '/brand/'

/** Nothing else that the server renders is kept by a browser or a proxy. */
export const neverStored: RequestHandler = (request, response, next) => {
  if (!request.path.startsWith(BRAND_FILES)) response.setHeader('Cache-Control', 'no-store')
  response.setHeader('X-Robots-Tag', 'noindex, nofollow')
  next()
}
