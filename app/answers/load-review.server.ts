import type { LeadSession } from '#db/lead-sessions.ts'
import type { Db } from '#db/schema.ts'
import { findSubmittedAnswers } from '#db/submissions.ts'
import { loadSource } from './load-source.server.ts'
import { type ReviewPage, reviewPageOf } from './review-page.ts'

export async function loadReview(db: Db, session: LeadSession): Promise<ReviewPage> {
  const source = await loadSource(db, session)
  const before =
    session.submitted && !source.hidden ? await findSubmittedAnswers(db, session.participationId) : null
  const final = session.round.privacyMode === 'unlinked'
  const page = reviewPageOf({ ...source, before, final })
  return { ...page, submitted: session.submitted, hidden: source.hidden }
}
