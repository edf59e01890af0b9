import type { Kysely } from 'kysely'
import { listParticipations } from '#db/participations.ts'
import type { Database } from '#db/schema.ts'
import type { Lead } from './engagement.ts'
import type { Participation, Round } from './round.ts'

/** The clock may not tell who has just handed in. */
const STEP_MS = 15 * 60_000

interface Seen {
  step: number
  done: ReadonlySet<string>
}

/** What was last told of each round. In memory only: a time of handing in is kept nowhere. */
const seenIn = new WeakMap<Kysely<Database>, Map<string, Seen>>()

/**
 * The places of a round with the states that may be told. While an unlinked round is open, who has handed in since the last
 * quarter hour that was looked at still counts as begun, on every page: "Dana handed in at 14:02" would otherwise stand beside
 * whatever else happened at 14:02. That somebody has begun is told at once, or their link would be shown on.
 */
export async function toldPlaces(
  db: Kysely<Database>,
  { id, privacyMode, state }: Pick<Round, 'id' | 'privacyMode' | 'state'>,
  now: Date,
): Promise<{ participation: Participation; lead: Lead }[]> {
  const places = await listParticipations(db, id)
  if (!movesInSteps({ privacyMode, state })) return places
  const { done } = lookAt(db, id, Math.floor(now.getTime() / STEP_MS), places)
  return places.map(({ participation, lead }) => ({
    lead,
    participation: isNew(participation, done)
      ? { ...participation, state: 'started' as const }
      : participation,
  }))
}

function isNew({ id, state }: Participation, done: ReadonlySet<string>): boolean {
  return state === 'done' && !done.has(id)
}

function movesInSteps({ privacyMode, state }: Pick<Round, 'privacyMode' | 'state'>): boolean {
  return privacyMode === 'unlinked' && state === 'open'
}

function lookAt(
  db: Kysely<Database>,
  roundId: string,
  step: number,
  places: readonly { participation: Participation }[],
): Seen {
  const rounds = seenIn.get(db) ?? new Map<string, Seen>()
  seenIn.set(db, rounds)
  const known = rounds.get(roundId)
  if (known?.step === step) return known
  for (const [id, seen] of rounds) if (seen.step !== step) rounds.delete(id)
  const handedIn = places.filter(({ participation }) => participation.state === 'done')
  const seen = { step, done: new Set(handedIn.map(({ participation }) => participation.id)) }
  rounds.set(roundId, seen)
  return seen
}
