import { diagnose } from '#app/diagnosis/diagnose.ts'
import type { Diagnosis } from '#app/diagnosis/diagnosis.ts'
import type { RequestContext } from '#app/http/context.server.ts'
import { consultantOf } from '#app/http/principal.server.ts'
import type { Instrument } from '#app/questionnaire/instrument.ts'
import { overWithAnswers } from '#app/rounds/by-days.ts'
import type { Engagement } from '#app/rounds/engagement.ts'
import type { Round } from '#app/rounds/round.ts'
import { earlierRound } from '#app/scoring/earlier-round.server.ts'
import { followUpScores } from '#app/scoring/follow-up-scores.ts'
import { followUpSteps } from '#app/scoring/follow-up-steps.ts'
import { keptScores } from '#app/scoring/kept-scores.server.ts'
import { loadScoreInput } from '#app/scoring/load-score-input.server.ts'
import type { RoundScores } from '#app/scoring/round-scores.ts'
import { mayActAs } from '#app/session/consultant.ts'
import { listRounds } from '#db/rounds.ts'
import type { Db } from '#db/schema.ts'

/** What the drafts of a plan are made from: the figures and findings of a round, as its report shows them. */
export interface Findings {
  round: Round
  instrument: Instrument
  scores: RoundScores
  diagnosis: Diagnosis
}

/**
 * Whether somebody may read these figures at all: not as a viewer, who is shown what is published. They follow every answer that
 * comes, goes or is erased, and beside the report they would tell what one person said.
 */
export function readsFindings(context: Pick<RequestContext, 'principal'>): boolean {
  return mayActAs(consultantOf(context).role, 'consultant')
}

/** What a page that viewers read as well may be made from. */
export async function findingsFor(
  context: Pick<RequestContext, 'db' | 'principal'>,
  engagement: Engagement,
): Promise<Findings | null> {
  return readsFindings(context) ? loadFindings(context.db, engagement) : null
}

/** The findings of the latest round that is over; null where there is none, or its answers are deleted. */
export async function loadFindings(db: Db, engagement: Engagement): Promise<Findings | null> {
  const [round] = overWithAnswers(await listRounds(db, engagement.id))
  return round ? findingsOf(db, engagement, round) : null
}

/** The same of one round that is over. */
export async function findingsOf(db: Db, engagement: Engagement, round: Round): Promise<Findings> {
  const input = await loadScoreInput(db, round, engagement)
  const { instrument } = input
  const earlier = await earlierRound(db, round, instrument)
  const own = keptScores(input)
  const scores = earlier
    ? followUpScores(own, followUpSteps(await loadScoreInput(db, earlier, engagement), input))
    : own
  return { round, instrument, scores, diagnosis: diagnose(scores, instrument) }
}
