import { redirect } from '@remix-run/node'
import type { RequestContext } from '#app/http/context.server.ts'
import { leadOf } from '#app/http/principal.server.ts'
import type { Item, Level } from '#app/questionnaire/instrument.ts'
import { findItem } from '#app/questionnaire/items.ts'
import type { LeadSession } from '#db/lead-sessions.ts'
import { hasVoted } from '#db/revotes.ts'
import type { Db } from '#db/schema.ts'
import { spokenTo } from '../lead-language.server.ts'
import type { Names } from '../summarise-answer.ts'
import { type Revote, smallestVote } from './revote.ts'
import { voteFor } from './vote-for.server.ts'

export type VotePage = { clientName: string; language: string; smallest: number } & (
  | { kind: 'ask'; revoteId: string; item: Item; level: Level; names: Names }
  | { kind: 'voted' }
  | { kind: 'not-asked' }
)

/** The lead who said who they are, and the open vote of their round. Everybody else is sent to the first page. */
export async function votingLead(
  context: Pick<RequestContext, 'principal' | 'db'>,
): Promise<{ session: LeadSession; revote: Revote }> {
  const session = leadOf(context)
  const revote = session.confirmed ? await voteFor(context.db, session) : null
  if (!revote) throw redirect('/answer', 303)
  return { session, revote }
}

export async function loadVote(db: Db, session: LeadSession, revote: Revote): Promise<VotePage> {
  const { instrument, language } = await spokenTo(db, session)
  const { lead, round, clientName, departments, roles, participationId } = session
  const page = { clientName, language, smallest: smallestVote(round) }
  const item = findItem(instrument, revote.itemId)
  if (!item?.levels.includes(lead.level)) return { ...page, kind: 'not-asked' }
  if (await hasVoted(db, { revoteId: revote.id, participationId })) return { ...page, kind: 'voted' }
  return {
    ...page,
    kind: 'ask',
    revoteId: revote.id,
    item,
    level: lead.level,
    names: { departments, roles },
  }
}
