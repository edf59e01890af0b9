import type { Level } from '#app/questionnaire/instrument.ts'
import { codedItem } from './coded-items.ts'
import { compareLevels } from './compare-levels.ts'
import { responseAsShown } from './disclosure/response-as-shown.ts'
import { listSensitivity } from './list-sensitivity.ts'
import { markProvisional, provisionalConstructs } from './provisional.ts'
import { answersOfRound } from './round-answers.ts'
import type { RoundScores } from './round-scores.ts'
import { scoreCollisions } from './score-collisions.ts'
import { scoreConstructs } from './score-constructs.ts'
import { scoreCoverage } from './score-coverage.ts'
import { scoreHandshake } from './score-handshake.ts'
import { scoreIllusion } from './score-illusion.ts'
import { REDRAWS, type ScoreInput } from './score-input.ts'
import { scoreItem } from './score-items.ts'
import { scoreKeyResults } from './score-key-results.ts'
import { scoreOrder } from './score-order.ts'
import { scoreOverload } from './score-overload.ts'
import { scoreRecall } from './score-recall.ts'
import { scoreSignals } from './score-signals.ts'
import { scoreTradeOffs } from './score-trade-offs.ts'
import { scoreWaits } from './score-waits.ts'

/**
 * Everything that may be shown of a round. What may not be shown is decided here and nowhere later: nothing that follows
 * ever holds an answer, and no answer behind a "too few" has changed anything in it.
 */
export function scoreRound(input: ScoreInput): RoundScores {
  const { round, leads, redraws = REDRAWS } = input
  const answers = answersOfRound(input)
  const coded = answers.items.map((item) => codedItem(item, answers))
  const compared = compareLevels(
    coded.filter((item) => item !== null),
    { disclosure: answers.disclosure, redraws, people: answers.people },
  )
  const comparisons = [...compared.items]
  const coverage = scoreCoverage(answers)
  const asCoded = answers.items.map((item, index) =>
    scoreItem(item, coded[index] ? (comparisons.shift() ?? null) : null, answers, coverage),
  )
  const items = markProvisional(input, asCoded)
  const byLevel = <Value>(score: (level: Level) => Value): Record<Level, Value> => ({
    senior: score('senior'),
    department: score('department'),
  })
  return {
    format: 'plumbline-scores/1',
    privacyMode: round.privacyMode,
    smallestGroup: round.smallestGroup,
    redraws,
    seed: compared.seed,
    response: byLevel((level) => {
      const invited = leads.filter((lead) => lead.level === level).length
      return responseAsShown(invited, answers.people[level], answers.disclosure)
    }),
    shown: byLevel((level) => answers.people[level] >= answers.disclosure.needed),
    items,
    constructs: provisionalConstructs(scoreConstructs(items, compared.constructs, answers), items),
    signals: scoreSignals(answers),
    overload: byLevel((level) => scoreOverload(answers, level)),
    illusion: byLevel((level) => scoreIllusion(answers, level)),
    order: byLevel((level) => scoreOrder(answers, level)),
    collisions: scoreCollisions(answers),
    waits: scoreWaits(answers),
    tradeOffs: scoreTradeOffs(answers),
    handshake: scoreHandshake(answers, input),
    keyResults: scoreKeyResults(answers),
    sensitivity: listSensitivity(input, items),
    coverage,
    ...(input.officialPriorities && { recall: scoreRecall(answers, input.officialPriorities) }),
  }
}
