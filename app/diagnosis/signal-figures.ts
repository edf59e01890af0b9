import { LEVELS } from '#app/questionnaire/instrument.ts'
import { listed } from '#app/rounds/count-words.ts'
import type { RoundScores, SignalRule } from '#app/scoring/round-scores.ts'
import { type FigureResult, figureOf, notAsked, tooFew } from './figure.ts'
import { numberWord, peopleWords } from './people-words.ts'

/** Probability that at least two of the four signals are present. */
export function signalsFigure(scores: RoundScores, subjects: Readonly<Record<string, string>>): FigureResult {
  const label = 'At least two of the four signals present'
  const { signals } = scores
  if (signals.kind === 'too-few') return tooFew(label, signals)
  if (signals.signals.length === 0) return notAsked(label)
  const present = presentSignals(signals)
  return figureOf({
    label,
    unit: 'probability',
    least: signals.probabilityTwo,
    fragile: signals.fragile,
    n: signals.n,
    levels: LEVELS.filter((level) => scores.shown[level]),
    shown: `probability ${signals.probabilityTwo.toFixed(2)}`,
    words: {
      present: presentWords(signals),
      probability: signals.probabilityTwo.toFixed(2),
      list: listed(
        present.map(({ itemId, present }) => `${subjects[itemId] ?? itemId} (${peopleWords(present)})`),
      ),
    },
  })
}

/** How many of the four signals stand out. */
export function presentSignalsFigure({ signals, shown }: RoundScores): FigureResult {
  const label = 'Signals that stand out'
  if (signals.kind === 'too-few') return tooFew(label, signals)
  const present = presentSignals(signals).length
  return figureOf({
    label,
    unit: 'count',
    least: present,
    n: signals.n,
    levels: LEVELS.filter((level) => shown[level]),
    shown: present === 0 ? 'none' : numberWord(present),
  })
}

/** Signals that most people are more likely than not to see. */
export function presentSignals(signals: Extract<SignalRule, { kind: 'measured' }>) {
  return signals.signals.filter((signal) => signal.probability > 0.5)
}

/** "three of the four signals", "all four signals". */
export function presentWords(signals: Extract<SignalRule, { kind: 'measured' }>): string {
  const present = presentSignals(signals).length
  const all = numberWord(signals.signals.length)
  if (present === signals.signals.length) return `all ${all} signals`
  return `${present === 0 ? 'none' : numberWord(present)} of the ${all} signals`
}
