import { atLeastTwo } from './at-least-two.ts'
import { tooFew } from './disclosure.ts'
import {
  heardByLevel,
  isSignal,
  presentAsShown,
  probabilitiesWithout,
  type SignalAnswers,
} from './heard-signals.ts'
import { likelyCount } from './people-count.ts'
import { type RoundAnswers, shownLevels } from './round-answers.ts'
import type { SignalRule, SignalScore } from './round-scores.ts'
import { shareAboveHalf } from './share-above-half.ts'

/** From this probability that two signals are present the rule is met, and from this it is likely. */
export const MET_FROM = 0.8
export const LIKELY_FROM = 0.5

/**
 * "Two or more of the four signals": over everybody who may be shown together, how sure is it that more than half of such
 * people hear each signal, and that at least two are present? A level that may not be shown for an item is left out, or it
 * could be had by subtraction.
 */
export function scoreSignals(round: RoundAnswers): SignalRule {
  const asked = round.items.filter(isSignal)
  const shown = asked.filter((item) => shownLevels(item).length > 0)
  if (shown.length < 2) return tooFew(round.people.senior + round.people.department, round.disclosure)
  const signals = shown.map((item) => scoreSignal(item, round))
  const probabilityTwo = atLeastTwo(signals.map(({ probability }) => probability))
  const verdict = verdictOf(probabilityTwo)
  return {
    kind: 'measured',
    n: Math.max(...signals.map(({ n }) => n)),
    signals,
    probabilityTwo,
    verdict,
    fragile: probabilitiesWithout(shown, round).some((without) => verdictOf(without) !== verdict),
  }
}

function verdictOf(probabilityTwo: number): 'met' | 'likely' | 'not-met' {
  return probabilityTwo >= MET_FROM ? 'met' : probabilityTwo >= LIKELY_FROM ? 'likely' : 'not-met'
}

function scoreSignal(signal: SignalAnswers, round: RoundAnswers): SignalScore {
  const present = presentAsShown(heardByLevel(signal), round.disclosure)
  return {
    itemId: signal.item.id,
    wording: signal.item.wording,
    present,
    n: present.of,
    probability: shareAboveHalf(likelyCount(present), present.of),
  }
}
