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
import { smallestVote } from './revote/revote.ts'
import { voteFor } from './revote/vote-for.server.ts'
import { instrumentOfRound } from './round-instrument.server.ts'
import { countChanges } from './same-answer.ts'
import { standingOf } from './standing.ts'
import { identityOf } from './who-you-are.ts'
import { promiseIn } from './words.ts'

export type Entrance =
  | { kind: 'closed'; clientName: string; closedOn: string | null }
  /** The round is over, and one of its items is asked once more. */
  | { kind: 'vote' }
  | { kind: 'handed-in'; page: DonePage }
  | { kind: 'unconfirmed'; page: ConfirmPage }
  | { kind: 'ready'; page: OverviewPage }

/** The first page behind a personal link, as far as its holder may go. */
export async function loadEntrance(db: Db, session: LeadSession): Promise<Entrance> {
  const { round, clientName, consultantName } = session
  const kind = standingOf(session)
  switch (kind) {
    case 'closed':
      if (await voteFor(db, session)) return session.confirmed ? { kind: 'vote' } : unconfirmed(db, session)
      return { kind, clientName, closedOn: round.closedOn }
    case 'handed-in':
      return { kind, page: { clientName, consultantName } }
    case 'unconfirmed':
      return unconfirmed(db, session)
    case 'ready':
      return { kind, page: await loadOverview(db, session) }
  }
}

/** To a vote nobody brings their name, so that nobody is asked for a yes to it. */
async function unconfirmed(db: Db, session: LeadSession): Promise<Entrance> {
  const { round, lead, consultantName, departments } = session
  const { say, language } = await spokenTo(db, session)
  const identity = identityOf(lead, departments)
  if (round.state !== 'open') {
    const promise = say('vote.promise', { smallest: smallestVote(round) })
    return { kind: 'unconfirmed', page: { identity, promise, asksConsent: false } }
  }
  const promise = promiseIn(say, round, consultantName, language)
  const asksConsent = round.privacyMode === 'open' && !session.consented
  const { readsAll } = session
  return { kind: 'unconfirmed', page: { identity, promise, asksConsent, readsAll } }
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
