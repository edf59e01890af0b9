import { type OwnershipRow, ownershipStrip } from '#app/charts/ownership-strip.ts'
import { type StackedSignalsRow, stackedSignals } from '#app/charts/stacked-signals.ts'
import { capitalise, complement, type Tally, tallyOf } from '#app/diagnosis/people-words.ts'
import { currentRulebook } from '#app/diagnosis/rulebook.ts'
import { presentSignals, presentWords } from '#app/diagnosis/signal-figures.ts'
import { LEVELS } from '#app/questionnaire/instrument.ts'
import { listed } from '#app/rounds/count-words.ts'
import type { PeopleCount } from '#app/scoring/measure.ts'
import { countInWords, likelyCount, sumOfCounts } from '#app/scoring/people-count.ts'
import type { LevelItemScore, RoundScores, SignalRule, SignalScore } from '#app/scoring/round-scores.ts'
import { figure, paragraph, plain, said } from '../blocks.ts'
import type { Block, Sentence } from '../document.ts'
import type { PageResult, ReportInput } from '../report-input.ts'
import { shownScore, tooFewWords } from '../shown.ts'

type Signals = Extract<SignalRule, { kind: 'measured' }>

/** What each signal usually means. */
const MEANINGS: Record<string, string> = {
  'added-midquarter': 'the priorities are not protected',
  'hard-to-say-no': 'the leaders have left the trade-offs open',
  'all-green': 'activity is tracked, not its effect',
  'slow-crossfunctional': 'nobody owns shared work from end to end',
}

/** Page 10: the four signals of a company whose execution is badly designed. */
export function signalsPage({ scores }: ReportInput): PageResult {
  const { signals } = scores
  if (signals.kind === 'too-few')
    return { what: 'The four signals', why: tooFewWords(scores, 'people of a level') }
  const present = presentSignals(signals)
  return {
    id: 'signals',
    title: `${capitalise(presentWords(signals))} ${present.length < 2 ? 'stands' : 'stand'} out`,
    blocks: [
      ...chartBlocks(scores, signals),
      paragraph(...ruleSentences(signals), ...meaningSentences(signals)),
    ],
  }
}

/** Below ten people only one end of a scale is shown, so the bars have two parts instead of three. */
function chartBlocks(scores: RoundScores, { signals }: Signals): Block[] {
  const seen = signals.map((signal) => ({ ...signal, levels: levelsOf(scores, signal.itemId) }))
  const full = seen.map(({ itemId, levels }) => fullRow(itemId, levels)).filter((row) => row !== null)
  const title = 'How often people see each signal'
  const scene = (width: number) =>
    full.length === signals.length
      ? stackedSignals(full, width, title)
      : ownershipStrip(seen.map(twoPartRow), width, title)
  return [figure(scene, 'Everybody who may be shown together.')]
}

function ruleSentences(signals: Signals) {
  const { probabilityTwo, verdict, n } = signals
  const meets = {
    met: 'the rule is met',
    likely: 'the rule is likely to be met',
    'not-met': 'the rule is not met',
  }[verdict]
  return [
    plain(
      'Two or more of these signals mean that the way work is set up is at fault, not the effort people make.',
    ),
    said(
      `The probability that at least two are present is ${probabilityTwo.toFixed(2)}: ${meets}.`,
      'execution-design',
      `n ${n}; probability ${probabilityTwo.toFixed(2)}; met from 0.80, likely from 0.50, both rough lines, as the four are taken as independent`,
    ),
    ...(verdict !== 'not-met' && presentSignals(signals).length < 2 ? [plain(TOO_EVEN)] : []),
  ]
}

const TOO_EVEN = 'No finding is made of it: fewer than two signals are seen by more than half of the people.'

/** What the signals that stand out usually mean; the counts stand in the picture. */
function meaningSentences(signals: Signals): Sentence[] {
  const present = presentSignals(signals)
  if (present.length === 0) return []
  const words = present.map(({ itemId }) => `${MEANINGS[itemId] ?? ''} (${labelOf(itemId).toLowerCase()})`)
  const why = present.map(
    ({ itemId, present: people, probability }) =>
      `${labelOf(itemId).toLowerCase()}: ${countInWords(people)}, probability ${probability.toFixed(2)}`,
  )
  return [said(`What usually lies behind them: ${listed(words)}.`, 'signal', why.join('; '))]
}

function levelsOf(scores: RoundScores, itemId: string): LevelItemScore[] {
  return LEVELS.map((level) => shownScore(scores, itemId, level)).filter((score) => score !== null)
}

/** Rarely seen to the left, often seen to the right. What lies between follows from both and tells no more. */
function fullRow(itemId: string, levels: readonly LevelItemScore[]): StackedSignalsRow | null {
  const present = sumOfCounts(levels.flatMap(presentOf))
  const healthy = levels.map(healthyOf).filter((count) => count !== null)
  if (levels.length === 0 || healthy.length < levels.length) return null
  const absent = sumOfCounts(healthy)
  return {
    label: labelOf(itemId),
    low: partOf(absent),
    middle: wholeOf(between(complement(tallyOf(present)), tallyOf(absent))),
    high: partOf(present),
    cantSay: partOf(sumOfCounts(levels.map(({ cantSay }) => cantSay))),
    n: present.of,
  }
}

function twoPartRow({ itemId, present, probability }: SignalScore): OwnershipRow {
  const others = complement(tallyOf(present))
  return {
    label: labelOf(itemId),
    state: standing(probability),
    parts: [
      { label: 'often or constantly', ...partOf(present) },
      { label: 'less often', ...wholeOf(others) },
    ],
    n: present.of,
  }
}

function labelOf(itemId: string): string {
  return capitalise(currentRulebook.subjects[itemId] ?? itemId)
}

function standing(probability: number): string {
  return probability > 0.5 ? 'stands out' : 'does not stand out'
}

function presentOf({ detail }: LevelItemScore): PeopleCount[] {
  return detail.kind === 'scale' ? [detail.low] : []
}

function healthyOf({ detail }: LevelItemScore): PeopleCount | null {
  return detail.kind === 'scale' ? detail.high : null
}

function partOf(count: PeopleCount) {
  return { count: likelyCount(count), shown: countInWords(count) }
}

function wholeOf({ low, high, of }: Tally) {
  return partOf(low === high ? { kind: 'exact', count: low, of } : { kind: 'between', low, high, of })
}

function between(others: Tally, absent: Tally): Tally {
  const low = Math.max(0, others.low - absent.high)
  return { low, high: Math.max(low, others.high - absent.low), of: others.of }
}
