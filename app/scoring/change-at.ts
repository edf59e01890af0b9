import { LEVELS, type Level } from '#app/questionnaire/instrument.ts'
import { agreementChange, observedChange } from './agreement-change.ts'
import { tooFew } from './disclosure.ts'
import { isNoTell, mayBeMatched, toldAt } from './matched-audit.ts'
import { levelsAt, type Place } from './measured-items.ts'
import type { PairedItem, pairsOf } from './paired-items.ts'
import { FEWEST_FOR_RANGE } from './plausible-range.ts'
import type { RoundAnswers } from './round-answers.ts'
import type { AgreementChangeResult } from './round-changes.ts'
import type { Steps } from './turnover.ts'
import { independentRounds, matchedRounds, peopleIn } from './two-rounds.ts'

/** Both rounds under the stricter rules of the two, with what belongs together found. */
export interface RoundPair {
  first: RoundAnswers
  second: RoundAnswers
  pairs: Record<Level, ReturnType<typeof pairsOf>>
  steps: Record<Level, Steps>
  redraws: number
}

/** The change over those of the items that may be shown in both rounds. */
export function changeAt(items: readonly PairedItem[], place: Place, both: RoundPair): AgreementChangeResult {
  const levels = levelsAt(place)
  const { disclosure } = both.second
  const shown = items.filter(({ first, second }) =>
    levels.every((level) => [first, second].every((round) => isEnough(round, level))),
  )
  if (shown.length === 0) {
    const fewest = LEVELS.filter((level) => levels.includes(level)).map((level) =>
      Math.min(both.first.people[level], both.second.people[level]),
    )
    return tooFew(Math.min(...fewest), disclosure)
  }
  const step = stepAt(levels, both)
  const everybody = independentRounds(shown, place)
  const matched = matchedRounds(shown, place, both.pairs)
  const isMatched = levels.every(
    (level) =>
      isNoTell(everybody.people[level], matched.people[level], disclosure) &&
      shown.every((item) => mayBeMatched(item, level, both.pairs[level], disclosure)),
  )
  const rounds = isMatched ? matched : everybody
  const n = peopleTold(shown, levels, peopleIn(everybody))
  return {
    ...agreementChange(rounds, { redraws: both.redraws, step }),
    n: isMatched ? peopleIn(rounds) : n,
    everybody: isMatched ? { n, ...observedChange(everybody, step) } : null,
  }
}

function isEnough({ answers }: PairedItem['first'], level: Level): boolean {
  const given = answers[level]?.filter((answer) => answer !== null) ?? []
  return answers[level] !== null && given.length >= FEWEST_FOR_RANGE
}

/** The widest of the steps that a figure's levels ask for. */
function stepAt(levels: readonly Level[], { steps }: RoundPair): number | null {
  return levels.reduce<number | null>((widest, level) => {
    const { agreement } = steps[level]
    return agreement === null ? widest : Math.max(widest ?? 0, agreement)
  }, null)
}

/** Of one item, the people told of in the rounds' own reports; of several, everybody who answered any of them. */
function peopleTold(
  items: readonly PairedItem[],
  levels: readonly Level[],
  all: readonly [number, number],
): readonly [number, number] {
  const [only] = items
  if (!only || items.length > 1) return all
  const told = (round: PairedItem['first']) => levels.reduce((sum, level) => sum + toldAt(round, level), 0)
  return [told(only.first), told(only.second)]
}
