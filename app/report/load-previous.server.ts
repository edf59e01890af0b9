import type { Kysely } from 'kysely'
import { instrumentOfRound } from '#app/answers/round-instrument.server.ts'
import { diagnose } from '#app/diagnosis/diagnose.ts'
import type { Instrument } from '#app/questionnaire/instrument.ts'
import { itemsOf } from '#app/questionnaire/items.ts'
import type { Round } from '#app/rounds/round.ts'
import { compareConstructs, type ScoredRound } from '#app/scoring/compare-rounds.ts'
import { followUpScores } from '#app/scoring/follow-up-scores.ts'
import { keptScores } from '#app/scoring/kept-scores.server.ts'
import type { RoundScores } from '#app/scoring/round-scores.ts'
import type { ScoreInput } from '#app/scoring/score-input.ts'
import { listRounds } from '#db/rounds.ts'
import type { Database } from '#db/schema.ts'
import type { PreviousRound } from './previous-round.ts'

/**
 * Half of the usual redraws: the noise of a change is then known to a fiftieth of itself, and a report of a second round does
 * not take twice as long.
 */
const REDRAWS_OF_CHANGE = 2000

type InputOf = (round: Round, instrument: Instrument) => Promise<ScoreInput>

/**
 * The latest earlier round of the engagement that is over and shares items with this one, compared with it. The scores come
 * back as they may be shown to readers who know that round. Only where there is one is anything scored.
 */
export async function loadPrevious(
  db: Kysely<Database>,
  { round, ...current }: ScoredRound & { round: Round },
  inputOf: InputOf,
): Promise<{ scores: RoundScores; previous: PreviousRound | null }> {
  const found = await earlierRound(db, round, current.input.instrument)
  if (!found) return { scores: current.scores, previous: null }
  const input = await inputOf(found.round, found.instrument)
  const first = { input, scores: keptScores(input) }
  const second = { ...current, input: { ...current.input, redraws: REDRAWS_OF_CHANGE } }
  const { changes, steps } = compareConstructs(first, second)
  const { title, closedOn, closesOn } = found.round
  return {
    scores: followUpScores(current.scores, steps),
    previous: {
      title,
      closedOn: closedOn ?? closesOn,
      changes,
      diagnosis: diagnose(first.scores, found.instrument),
    },
  }
}

async function earlierRound(
  db: Kysely<Database>,
  round: Round,
  instrument: Instrument,
): Promise<{ round: Round; instrument: Instrument } | null> {
  const items = new Set(itemsOf(instrument).map(({ id }) => id))
  const earlier = (await listRounds(db, round.engagementId)).filter(
    (other) =>
      other.id !== round.id &&
      (other.state === 'closed' || other.state === 'published') &&
      !other.answersDeletedOn &&
      daysOf(other) < daysOf(round),
  )
  for (const other of earlier.toSorted((one, next) => daysOf(next).localeCompare(daysOf(one)))) {
    const asked = await instrumentOfRound(db, other.id)
    if (itemsOf(asked).some(({ id }) => items.has(id))) return { round: other, instrument: asked }
  }
  return null
}

/** To put rounds in their order: the day on which one opened, then the day on which it closed. */
function daysOf({ openedOn, opensOn, closedOn, closesOn }: Round): string {
  return `${openedOn ?? opensOn} ${closedOn ?? closesOn}`
}
