import { sectionsFor } from '#app/questionnaire/items.ts'
import { listDraftsFor } from '#db/drafts.ts'
import type { LeadSession } from '#db/lead-sessions.ts'
import type { Db } from '#db/schema.ts'
import { type Spoken, spokenTo } from './lead-language.server.ts'
import type { PageSource } from './section-page.ts'
import { promiseIn } from './words.ts'

/** What every page of one lead is made from: the sections of their level, and what they have answered so far. */
export async function loadSource(
  db: Db,
  session: LeadSession,
): Promise<PageSource & Omit<Spoken, 'instrument'> & { hidden: boolean }> {
  const { round, lead, consultantName, departments, roles } = session
  const { instrument, language, say } = await spokenTo(db, session)
  const { drafts, hidden } = await listDraftsFor(db, session)
  return {
    sections: sectionsFor(instrument, lead.level),
    level: lead.level,
    answers: Object.fromEntries(drafts.map(({ itemId, answer }) => [itemId, answer])),
    revisions: Object.fromEntries(drafts.map(({ itemId, revision }) => [itemId, revision])),
    names: { departments, roles },
    promise: promiseIn(say, round, consultantName, language),
    language,
    say,
    hidden,
  }
}
