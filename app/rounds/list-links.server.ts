import type { Kysely } from 'kysely'
import { linkHashes, linkToken } from '#app/http/tokens.server.ts'
import { inTransaction } from '#db/in-transaction.ts'
import { listParticipations, setLinkVersion } from '#db/participations.ts'
import type { Database } from '#db/schema.ts'
import type { PersonalLink } from './personal-link.ts'
import type { Round } from './round.ts'

interface LinkSettings {
  secret: string
  baseUrl: string
}

/** Every lead's way into a round. A link in use is not shown again: it would open a draft that is somebody else's. */
export async function listLinks(
  db: Kysely<Database>,
  round: Pick<Round, 'id' | 'state' | 'privacyMode'>,
  settings: LinkSettings,
): Promise<PersonalLink[]> {
  const places = await listParticipations(db, round.id)
  return places.map(({ participation, lead }) => ({
    participationId: participation.id,
    name: lead.name,
    email: lead.email,
    level: lead.level,
    state: participation.state,
    link: participation.state === 'not-started' ? linkOf(participation, settings) : null,
    canReissue:
      round.state === 'open' && !(round.privacyMode === 'unlinked' && participation.state === 'done'),
  }))
}

/** Makes a new link for one lead and returns it, this once. The old link and its browser sessions end. */
export function reissueLink(
  db: Kysely<Database>,
  round: Pick<Round, 'id' | 'state'>,
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
