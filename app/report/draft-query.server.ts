import { type RequestContext, today } from '#app/http/context.server.ts'
import { consultantOf } from '#app/http/principal.server.ts'
import type { ReportQuery } from './load-report.server.ts'
import { documentIdOf } from './publish-report.server.ts'

/** Asks for the draft of a round’s report, on behalf of the consultant who is signed in. */
export function draftQuery(context: Pick<RequestContext, 'principal' | 'now'>, roundId = ''): ReportQuery {
  return {
    roundId,
    consultant: consultantOf(context),
    documentId: documentIdOf(roundId, 0),
    today: today(context),
  }
}
