import { linkToken } from '#app/http/tokens.server.ts'
import { sectionsFor } from '#app/questionnaire/items.ts'
import { followProgress, listProgressLinks } from '#app/redesign/commitments/share-progress.server.ts'
import { openShare, shareReport } from '#app/report/share-report.server.ts'
import type { Consultant } from '#app/session/consultant.ts'
import { startSession } from '#app/session/start-session.server.ts'
import { listParticipations } from '#db/participations.ts'
import { listShares } from '#db/report-shares.ts'
import type { RunningApplication } from '#test/helpers/running-application.ts'
import { leadSession } from '#test/helpers/seeded-client.ts'
import type { Cookies, KnownIds } from './addresses.ts'
import { type Company, instrumentOf, onlookerOf } from './company.ts'
import { placesIn } from './seats.ts'

/** Ids that all databases of a family share. */
export interface Known {
  engagementId: string
  leadIds: string[]
  roundIds: string[]
  planEntryIds: KnownIds['planEntryIds']
}

/** The sessions of those who look at one database. */
export async function cookiesOf(
  { db, config }: RunningApplication,
  { engagementId }: Known,
  { consultant, viewer }: { consultant: Consultant; viewer: Consultant },
): Promise<Omit<Cookies, 'lead'>> {
  const [link] = await listProgressLinks(db, engagementId, new Date(), config)
  const token = new URL(link?.url ?? '').pathname.slice(3)
  const session = (id: string) => startSession(db, id, new Date())
  return {
    consultant: `plumbline-consultant=${await session(consultant.id)}`,
    viewer: `plumbline-consultant=${await session(viewer.id)}`,
    follower: `plumbline-follower=${await followProgress(db, token, new Date())}`,
  }
}

/** A session of somebody who handed in and of whom no change tells. Handing in may end the ones before. */
export async function leadOf({ db }: RunningApplication, roundId: string, company: Company): Promise<string> {
  const { level, place } = onlookerOf(company)
  const places = await placesIn(db, roundId)
  return `plumbline-lead=${await leadSession(db, places[level][place] ?? '')}`
}

/** The session of whoever follows a new link to the report. */
export async function readerOf({ db, config }: RunningApplication, roundId: string): Promise<string> {
  const url = await shareReport(db, { roundId, days: 30, now: new Date() }, config)
  return `plumbline-reader=${await openShare(db, new URL(url ?? '').pathname.slice(3), new Date())}`
}

/** What an address may name, of the last round. */
export async function knownIdsOf(
  { db, config }: RunningApplication,
  { roundIds, ...known }: Known,
  { instruments, begun }: Company,
): Promise<KnownIds> {
  const roundId = roundIds.at(-1) ?? ''
  const places = await listParticipations(db, roundId)
  const instrument = instrumentOf(instruments.at(-1) ?? '')
  return {
    ...known,
    rounds: { published: roundId },
    participationIds: places.map(({ participation }) => participation.id),
    shareIds: (await listShares(db, roundId)).map(({ id }) => id),
    sectionIds: sectionsFor(instrument, begun)
      .map(({ id }) => id)
      .slice(0, 1),
    linkTokens: places.map(({ participation }) => linkToken(config.secret, 'p', participation.id, 1)),
  }
}
