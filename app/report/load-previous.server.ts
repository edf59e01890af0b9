import type { Kysely } from 'kysely'
import { diagnose } from '#app/diagnosis/diagnose.ts'
import type { Round } from '#app/rounds/round.ts'
import { compareConstructs, type ScoredRound } from '#app/scoring/compare-rounds.ts'
import { earlierRound } from '#app/scoring/earlier-round.server.ts'
import { followUpScores } from '#app/scoring/follow-up-scores.ts'
import { keptScores } from '#app/scoring/kept-scores.server.ts'
import type { RoundScores } from '#app/scoring/round-scores.ts'
import type { ScoreInput } from '#app/scoring/score-input.ts'
import type { Database } from '#db/schema.ts'
import { foundationOf, isFreeToPublish } from './freeze.server.ts'
import { notComparedWords } from './freeze.ts'
import type { PreviousRound } from './previous-round.ts'

/**
 * Half of the usual redraws: the noise of a change is then known to a fiftieth of itself, and a report of a second round does
 * not take twice as long.
 */
const REDRAWS_OF_CHANGE = 2000

type InputOf = (round: Round) => Promise<ScoreInput>

interface BesideEarlier {
  scores: RoundScores
  previous: PreviousRound | null
  /** What of the earlier round the comparison rests on; left out where there is none. */
  restsOnEarlier?: ScoreInput
  /** Why the earlier round that there is may not be compared: the comparison would go beyond what was published of it. */
  notCompared?: string
}

/**
 * The latest earlier round of the engagement that is over and shares items with this one, compared with it. The scores come
 * back as they may be shown to readers who know that round. Only where there is one is anything scored.
 */
export async function loadPrevious(
  db: Kysely<Database>,
  { round, ...current }: ScoredRound & { round: Round },
  inputOf: InputOf,
): Promise<BesideEarlier> {
  const found = await earlierRound(db, round, current.input.instrument)
  if (!found) return { scores: current.scores, previous: null }
  const input = await inputOf(found)
  const first = { input, scores: keptScores(input) }
  const second = { ...current, input: { ...current.input, redraws: REDRAWS_OF_CHANGE } }
  const { changes, steps } = compareConstructs(first, second)
  const { title, closedOn, closesOn, smallestGroup } = found
  const scores = followUpScores(current.scores, steps)
  if (!(await isFreeToPublish(db, found, foundationOf(input))))
    return { scores, previous: null, notCompared: notComparedWords(title, smallestGroup) }
  return {
    scores,
    restsOnEarlier: input,
    previous: {
      title,
      closedOn: closedOn ?? closesOn,
      changes,
      diagnosis: diagnose(first.scores, input.instrument),
    },
  }
}
