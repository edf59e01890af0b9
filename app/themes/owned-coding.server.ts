import type { RequestContext } from '#app/http/context.server.ts'
import { consultantOf } from '#app/http/principal.server.ts'
import { loadCoding } from './load-coding.server.ts'

type Asking = Pick<RequestContext, 'db' | 'principal'>

/** The coding of a round, if it is open to who asks. Somebody else's, an open round's and none at all are the same 404. */
export async function ownedCoding(context: Asking, roundId: string | undefined) {
  const consultant = consultantOf(context)
  const coding = await loadCoding(context.db, { roundId: roundId ?? '', consultantId: consultant.id })
  if (!coding) throw new Response(null, { status: 404 })
  return { coding, consultant }
}

/** The same with one of its questions. */
export async function ownedCodingItem(context: Asking, params: { roundId?: string; itemId?: string }) {
  const { coding, consultant } = await ownedCoding(context, params.roundId)
  const item = coding.items.find(({ itemId }) => itemId === params.itemId)
  if (!item) throw new Response(null, { status: 404 })
  return { coding, item, consultant }
}
