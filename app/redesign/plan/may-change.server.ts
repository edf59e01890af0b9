import type { RequestContext } from '#app/http/context.server.ts'
import { consultantOf } from '#app/http/principal.server.ts'
import type { Engagement } from '#app/rounds/engagement.ts'
import { mayActAs } from '#app/session/consultant.ts'

/** Whether to show forms and ways to them: not to viewers, and not while the engagement is archived. */
export function mayChangePlan(
  context: Pick<RequestContext, 'principal'>,
  { archivedOn }: Pick<Engagement, 'archivedOn'>,
): boolean {
  return mayActAs(consultantOf(context).role, 'consultant') && archivedOn === undefined
}
