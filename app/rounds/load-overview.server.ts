import type { Kysely } from 'kysely'
import { listLeads } from '#db/leads.ts'
import { listRounds } from '#db/rounds.ts'
import type { Database } from '#db/schema.ts'
import { type Engagement, stillAsked } from './engagement.ts'
import type { ListedRound, Overview } from './engagement-overview.tsx'
import { nextForEngagement } from './next-action.ts'
import type { Round } from './round.ts'
import { toldPlaces } from './told-places.server.ts'

export async function loadOverview(
  db: Kysely<Database>,
  engagement: Engagement,
  now = new Date(),
): Promise<Overview> {
  const leads = await listLeads(db, engagement.id)
  const rounds = await listRounds(db, engagement.id)
  const listed = await Promise.all(rounds.map((round) => listedRound(db, round, now)))
  return {
    engagement,
    leads,
    rounds: listed,
    next: nextForEngagement(engagement.id, stillAsked(leads), rounds[0] ?? null),
  }
}

async function listedRound(db: Kysely<Database>, round: Round, now: Date): Promise<ListedRound> {
  const { id, title, state, opensOn, closesOn } = round
  const places = state === 'draft' ? [] : await toldPlaces(db, round, now)
  const done = places.filter(({ participation }) => participation.state === 'done').length
  return { id, title, state, opensOn, closesOn, invited: places.length, done }
}
