import type { Config } from './config.server.ts'

export type CookieKind = 'consultant' | 'lead' | 'reader' | 'follower'

/** `__Host-` needs HTTPS, which the configuration demands everywhere but on the loopback address. */
export function cookieName(config: Config, kind: CookieKind): string {
  return config.secure ? `__Host-plumbline-${kind}` : `plumbline-${kind}`
}

/** Without a lifetime the cookie ends with the browser's session. */
export function sessionCookie(
  config: Config,
  kind: CookieKind,
  token: string,
  maxAgeSeconds?: number,
): string {
  const parts = [`${cookieName(config, kind)}=${token}`, 'Path=/', 'HttpOnly', 'SameSite=Lax']
  if (config.secure) parts.push('Secure')
  if (maxAgeSeconds !== undefined) parts.push(`Max-Age=${maxAgeSeconds}`)
  return parts.join('; ')
}

export function clearCookie(config: Config, kind: CookieKind): string {
  return sessionCookie(config, kind, '', 0)
}

export function readCookie(config: Config, kind: CookieKind, header: string | undefined): string | null {
  const wanted = `${cookieName(config, kind)}=`
  const pair = (header ?? '').split('; ').find((part) => part.startsWith(wanted))
  return pair ? pair.slice(wanted.length) || null : null
}
