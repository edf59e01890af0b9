import type { RequestContext } from '#app/http/context.server.ts'
import { consultantOf } from '#app/http/principal.server.ts'
import { insertAuditEvent } from '#db/audit-events.ts'

/**
 * Writes down what the signed-in consultant did. Words name things and people of the consultancy or invited leads; never an
 * answer, a link or a code.
 */
export function noteDown(
  context: Pick<RequestContext, 'db' | 'principal' | 'now'>,
  words: string,
  engagementId: string | null = null,
): Promise<void> {
  const { id, name } = consultantOf(context)
  const at = context.now().toISOString()
  return insertAuditEvent(context.db, { at, consultantId: id, consultantName: name, engagementId, words })
}

/** Writes down that a file was given away. A request for its headers alone gives nothing away. */
export async function noteExport(
  context: Pick<RequestContext, 'db' | 'principal' | 'now'>,
  request: Pick<Request, 'method'>,
  { what, engagementId }: { what: string; engagementId: string },
): Promise<void> {
  if (request.method !== 'HEAD') await noteDown(context, `took ${what} out`, engagementId)
}
