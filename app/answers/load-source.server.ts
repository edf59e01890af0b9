import { sectionsFor } from '#app/questionnaire/items.ts'
import { promiseOf } from '#app/rounds/promise.ts'
import { listDrafts } from '#db/drafts.ts'
import type { LeadSession } from '#db/lead-sessions.ts'
import type { Db } from '#db/schema.ts'
import { instrumentOfRound } from './round-instrument.server.ts'
import type { PageSource } from './section-page.ts'

/** What every page of one lead is made from: the sections of their level, and what they have answered so far. */
export async function loadSource(db: Db, session: LeadSession): Promise<PageSource> {
  const { round, lead, consultantName, departments, roles } = session
  const instrument = await instrumentOfRound(db, round.id)
  const drafts = await listDrafts(db, session.participationId)
  return {
    sections: sectionsFor(instrument, lead.level),
    level: lead.level,
    answers: Object.fromEntries(drafts.map(({ itemId, answer }) => [itemId, answer])),
    revisions: Object.fromEntries(drafts.map(({ itemId, revision }) => [itemId, revision])),
    names: { departments, roles },
    promise: promiseOf(round.privacyMode, consultantName, round.smallestGroup),
  }
}
