import type { RequestContext } from './context.server.ts'
import { networkOf } from './limit.server.ts'
import { noteSecurity } from './log.server.ts'

/**
 * What a link that opens nothing gets: the page of an address at which there is nothing, whether the link is made up,
 * expired or replaced. From the twenty-first in a minute on an address is told to wait; links that open something are
 * not counted.
 */
export function noSuchLink({ limits, address }: Pick<RequestContext, 'limits' | 'address'>): Response {
  const seconds = limits.unknownLink.claim(networkOf(address))
  if (seconds === 0) return new Response(null, { status: 404 })
  noteSecurity('limit', { outcome: 'wait', limit: 'unknownLink' })
  return new Response(String(seconds), { status: 429, headers: { 'Retry-After': String(seconds) } })
}
