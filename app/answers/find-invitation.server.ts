import { hashToken } from '#app/http/tokens.server.ts'
import { sectionsFor } from '#app/questionnaire/items.ts'
import { promiseOf } from '#app/rounds/promise.ts'
import { findParticipationByToken } from '#db/participations.ts'
import type { Db } from '#db/schema.ts'
import type { Invitation } from './invitation.ts'

/** What a personal link leads to, or null where it leads nowhere. Reads only: mail scanners follow links too. */
export async function findInvitation(db: Db, token: string): Promise<Invitation | null> {
  const found = await findParticipationByToken(db, hashToken(token))
  if (!found) return null
  const { round, lead, clientName, consultantName } = found
  if (round.state !== 'open') return { kind: 'closed', clientName, closedOn: round.closedOn }
  if (!round.instrument) throw new Error(`round ${round.id} is open without an instrument`)
  return {
    kind: 'open',
    clientName,
    consultantName,
    purpose: round.instrument.purpose,
    minutes: round.instrument.minutes,
    sectionCount: sectionsFor(round.instrument, lead.level).length,
    privacyMode: round.privacyMode,
    promise: promiseOf(round.privacyMode, consultantName, round.smallestGroup),
  }
}
