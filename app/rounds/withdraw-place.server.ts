import type { Kysely } from 'kysely'
import { linkHashes } from '#app/http/tokens.server.ts'
import { inTransaction } from '#db/in-transaction.ts'
import { listParticipations, listWithdrawnPlaces, setPlaceWithdrawn } from '#db/participations.ts'
import type { Database, Db } from '#db/schema.ts'
import type { Participation, Round } from './round.ts'

export type PlaceStep = { ok: true; name: string } | { ok: false; error: string }

interface Withdrawing {
  participationId: string
  secret: string
  today: string
}

/**
 * Takes back the place of a lead who has not handed in: the link dies, and the round no longer counts them as invited. What
 * they had begun is kept until the round closes, so that the place can be given back.
 */
export function withdrawPlace(
  db: Kysely<Database>,
  round: Pick<Round, 'id' | 'state'>,
  { participationId, secret, today }: Withdrawing,
): Promise<PlaceStep> {
  return inTransaction(db, async (transaction): Promise<PlaceStep> => {
    const places = await listParticipations(transaction, round.id)
    const place = places.find(({ participation }) => participation.id === participationId)
    if (!place || round.state !== 'open') return { ok: false, error: 'There is no such place in this round.' }
    const { name } = place.lead
    if (place.participation.state === 'done')
      return { ok: false, error: `${name} has handed in, and answers that were given stay.` }
    await setWithdrawn(transaction, place.participation, today, secret)
    return { ok: true, name }
  })
}

/** Gives a place back, with a link of its own. */
export function restorePlace(
  db: Kysely<Database>,
  round: Pick<Round, 'id' | 'state'>,
  { participationId, secret }: Omit<Withdrawing, 'today'>,
): Promise<PlaceStep> {
  return inTransaction(db, async (transaction): Promise<PlaceStep> => {
    const places = await listWithdrawnPlaces(transaction, round.id)
    const place = places.find(({ participation }) => participation.id === participationId)
    if (!place || round.state !== 'open') return { ok: false, error: 'There is no such place in this round.' }
    await setWithdrawn(transaction, place.participation, null, secret)
    return { ok: true, name: place.lead.name }
  })
}

/** The version of the link goes up either way: no link that was ever handed out works again. */
export async function setWithdrawn(
  db: Db,
  { id, linkVersion }: Pick<Participation, 'id' | 'linkVersion'>,
  withdrawnOn: string | null,
  secret: string,
): Promise<void> {
  const next = linkVersion + 1
  const hashes = linkHashes(secret, id, next)
  await setPlaceWithdrawn(db, { participationId: id, withdrawnOn, ...hashes, linkVersion: next })
}
