import type { Kysely } from 'kysely'
import { linkHashes, linkToken } from '#app/http/tokens.server.ts'
import { deleteDraftsOf } from '#db/draft-ends.ts'
import { inTransaction } from '#db/in-transaction.ts'
import { listParticipations, setLinkVersion } from '#db/participations.ts'
import type { Database } from '#db/schema.ts'
import type { PersonalLink } from './personal-link.ts'
import type { Round } from './round.ts'
import { toldPlaces } from './told-places.server.ts'

interface LinkSettings {
  secret: string
  baseUrl: string
  /** A mail server: with one, what was written elsewhere opens with a mailed code only. */
  mail?: unknown
}

/** Every lead's way into a round. A link in use is not shown again: it would open a draft that is somebody else's. */
export async function listLinks(
  db: Kysely<Database>,
  round: Pick<Round, 'id' | 'state' | 'privacyMode'>,
  settings: LinkSettings,
  now = new Date(),
): Promise<PersonalLink[]> {
  const places = await toldPlaces(db, round, now)
  return places.map(({ participation, lead }) => ({
    participationId: participation.id,
    name: lead.name,
    email: lead.email,
    level: lead.level,
    state: participation.state,
    link: participation.state === 'not-started' ? linkOf(participation, settings) : null,
    losesDraft: round.privacyMode === 'unlinked' && !settings.mail && participation.state === 'started',
    canReissue:
      round.state === 'open' && !(round.privacyMode === 'unlinked' && participation.state === 'done'),
  }))
}

/**
 * Makes a new link for one lead and returns it, this once. The old link and its browser sessions end. In an unlinked round
 * whoever makes the link must not read with it what was begun: it opens with a mailed code, and where no mail can be sent
 * it is deleted.
 */
export function reissueLink(
  db: Kysely<Database>,
  round: Pick<Round, 'id' | 'state' | 'privacyMode'>,
  participationId: string,
  settings: LinkSettings,
): Promise<string | null> {
  if (round.state !== 'open') return Promise.resolve(null)
  return inTransaction(db, async (transaction) => {
    const places = await listParticipations(transaction, round.id)
    const place = places.find(({ participation }) => participation.id === participationId)
    if (!place) return null
    const linkVersion = place.participation.linkVersion + 1
    const hashes = linkHashes(settings.secret, participationId, linkVersion)
    if (round.privacyMode === 'unlinked' && !settings.mail) await deleteDraftsOf(transaction, participationId)
    await setLinkVersion(transaction, { participationId, ...hashes, linkVersion })
    return linkOf({ id: participationId, linkVersion }, settings)
  })
}

function linkOf(
  { id, linkVersion }: { id: string; linkVersion: number },
  { secret, baseUrl }: LinkSettings,
): string {
  return `${baseUrl}/p/${linkToken(secret, 'p', id, linkVersion)}`
}
