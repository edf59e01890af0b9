import { redirect } from '@remix-run/node'
import type { RequestContext } from '#app/http/context.server.ts'
import { leadOf } from '#app/http/principal.server.ts'
import type { LeadSession } from '#db/lead-sessions.ts'
import { standingOf } from './standing.ts'

/** The lead who may read and change answers now. Everybody else is sent to the page that says what is missing. */
export function readyLead(context: Pick<RequestContext, 'principal'>): LeadSession {
  const session = leadOf(context)
  if (standingOf(session) !== 'ready') throw redirect('/answer', 303)
  return session
}
