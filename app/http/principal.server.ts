import type { Consultant } from '#app/session/consultant.ts'
import type { LeadSession } from '#db/lead-sessions.ts'
import type { RequestContext } from './context.server.ts'

/** Who is asking, as the edge established it before any loader ran. */
export type Principal =
  | { kind: 'nobody' }
  | { kind: 'consultant'; consultant: Consultant; sessionHash: string; owesFactor?: boolean }
  | { kind: 'lead'; session: LeadSession; sessionHash: string }
  | { kind: 'reader'; shareId: string; reportVersionId: string }
  | { kind: 'follower'; engagementId: string }

export function consultantOf(context: Pick<RequestContext, 'principal'>): Consultant {
  return principalOf(context, 'consultant').consultant
}

export function leadOf(context: Pick<RequestContext, 'principal'>): LeadSession {
  return principalOf(context, 'lead').session
}

export function readerOf(context: Pick<RequestContext, 'principal'>): {
  shareId: string
  reportVersionId: string
} {
  const { shareId, reportVersionId } = principalOf(context, 'reader')
  return { shareId, reportVersionId }
}

/** What the log may call somebody: consultants by their id; of leads, readers and followers it tells nothing. */
export function whoIs(principal: Principal | undefined): { who?: string } {
  return principal?.kind === 'consultant' ? { who: principal.consultant.id } : {}
}

/** The engagement whose progress may be seen. */
export function followerOf(context: Pick<RequestContext, 'principal'>): string {
  return principalOf(context, 'follower').engagementId
}

/** A second line behind the edge's guard: a route that asks for another principal than its guard let in answers 404. */
function principalOf<Kind extends Principal['kind']>(
  context: Pick<RequestContext, 'principal'>,
  kind: Kind,
): Extract<Principal, { kind: Kind }> {
  if (context.principal.kind !== kind) throw new Response(null, { status: 404 })
  return context.principal as Extract<Principal, { kind: Kind }>
}
