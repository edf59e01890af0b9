import type { LeadSession } from '#db/lead-sessions.ts'
import type { Db } from '#db/schema.ts'
import { findSubmittedAnswers } from '#db/submissions.ts'
import { loadSource } from './load-source.server.ts'
import { type ReviewPage, reviewPageOf } from './review-page.ts'

export async function loadReview(db: Db, session: LeadSession): Promise<ReviewPage> {
  const source = await loadSource(db, session)
  const before = session.submitted ? await findSubmittedAnswers(db, session.participationId) : null
  return reviewPageOf({ ...source, before, final: session.round.privacyMode === 'unlinked' })
}
