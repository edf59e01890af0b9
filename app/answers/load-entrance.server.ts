import { languagesOf } from '#app/questionnaire/languages.ts'
import type { LeadSession } from '#db/lead-sessions.ts'
import type { Db } from '#db/schema.ts'
import { findSubmittedAnswers } from '#db/submissions.ts'
import type { ConfirmPage } from './confirm-view.tsx'
import type { DonePage } from './done-view.tsx'
import { spokenTo } from './lead-language.server.ts'
import { loadSource } from './load-source.server.ts'
import type { OverviewPage } from './overview-view.tsx'
import { minutesLeft, progressOf } from './progress.ts'
import { instrumentOfRound } from './round-instrument.server.ts'
import { countChanges } from './same-answer.ts'
import { standingOf } from './standing.ts'
import { identityOf } from './who-you-are.ts'
import { promiseIn } from './words.ts'

export type Entrance =
  | { kind: 'closed'; clientName: string; closedOn: string | null }
  | { kind: 'handed-in'; page: DonePage }
  | { kind: 'unconfirmed'; page: ConfirmPage }
  | { kind: 'ready'; page: OverviewPage }

/** The first page behind a personal link, as far as its holder may go. */
export async function loadEntrance(db: Db, session: LeadSession): Promise<Entrance> {
  const { round, lead, clientName, consultantName, departments } = session
  const kind = standingOf(session)
  switch (kind) {
    case 'closed':
      return { kind, clientName, closedOn: round.closedOn }
    case 'handed-in':
      return { kind, page: { clientName, consultantName } }
    case 'unconfirmed': {
      const { say, language } = await spokenTo(db, session)
      const promise = promiseIn(say, round, consultantName, language)
      const asksConsent = round.privacyMode === 'open' && !session.consented
      const { readsAll } = session
      return { kind, page: { identity: identityOf(lead, departments), promise, asksConsent, readsAll } }
    }
    case 'ready':
      return { kind, page: await loadOverview(db, session) }
  }
}

async function loadOverview(db: Db, session: LeadSession): Promise<OverviewPage> {
  const { sections, answers, promise, language, hidden } = await loadSource(db, session)
  const before = session.submitted && !hidden ? await findSubmittedAnswers(db, session.participationId) : null
  return {
    clientName: session.clientName,
    sections: sections.map((section) => progressOf(section, answers)),
    minutesLeft: minutesLeft(sections, answers),
    submitted: session.submitted,
    changes: before ? countChanges(before, answers) : 0,
    promise,
    language,
    languages: languagesOf(await instrumentOfRound(db, session.round.id)),
    hidden,
  }
}
