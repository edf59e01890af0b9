import type { Range } from '#app/scoring/round-scores.ts'
import type { Certainty } from './diagnosis.ts'
import type { Figure } from './figure.ts'
import { numberWord } from './people-words.ts'
import type { Comparison, OPERATORS } from './rulebook.ts'

type Operator = (typeof OPERATORS)[number]

export type Compared =
  | { holds: true; certainty: Certainty; fragile: boolean }
  | { holds: false; reason: string }

/** How sure a probability of two or more signals makes us: 0.80 is "rule met", 0.50 to 0.80 "likely present". */
const SIGNALS = { clear: 0.95, likely: 0.8 } as const
/** The usual 5 % of a test, after Holm's adjustment. */
const TEST_LEVEL = 0.05

/** Holds a figure against a threshold: whether the value is past it, whether the range allows to say so, and how surely. */
export function compare(figure: Figure, comparison: Comparison): Compared {
  const { is, threshold } = comparison
  if (!isPast(figure, is, threshold)) {
    return {
      holds: false,
      reason: `${figure.label}: ${figure.shown}; not ${thresholdWords(figure, comparison)}`,
    }
  }
  const blocked = blockedBecause(figure, comparison)
  if (blocked) return { holds: false, reason: `${figure.label}: ${figure.shown}; ${blocked}` }
  return { holds: true, certainty: certaintyOf(figure, comparison), fragile: isFragile(figure, comparison) }
}

const WORDS = { below: 'below', 'at-most': 'at most', 'at-least': 'at least', above: 'above' } as const
const PEOPLE_WORDS = { ...WORDS, below: 'fewer than', above: 'more than' } as const

/** "below 30 of 100", "at least half of them". */
export function thresholdWords(figure: Figure, { is, threshold }: Comparison): string {
  const words = figure.unit === 'share' ? PEOPLE_WORDS : WORDS
  return `${words[is]} ${amountWords(figure, threshold)}`
}

function amountWords({ unit }: Figure, threshold: number): string {
  switch (unit) {
    case 'points':
      return `${threshold} of 100`
    case 'share':
      return SHARES[String(threshold)] ?? `${threshold} of them`
    case 'times':
      return `${threshold} times the number asked for`
    case 'of-ten':
      return `${numberWord(threshold)} of ten`
    case 'probability':
      return `${threshold} (probability)`
    case 'chance':
      return `${threshold} (probability by chance)`
    case 'count':
      return numberWord(threshold)
  }
}

const SHARES: Record<string, string> = {
  '0.5': 'half of them',
  '0.33': 'a third of them',
  '0.66': 'two thirds of them',
}

function isPast({ least, most }: Figure, is: Operator, threshold: number): boolean {
  if (is === 'below') return most < threshold
  if (is === 'at-most') return most <= threshold
  if (is === 'at-least') return least >= threshold
  return least > threshold
}

/** The whole range lies on the figure's side of the limit. */
function keepsClear([low, high]: Range, is: Operator, limit: number): boolean {
  if (is === 'below') return high < limit
  if (is === 'at-most') return high <= limit
  if (is === 'at-least') return low >= limit
  return low > limit
}

function blockedBecause(figure: Figure, { is, clearOf }: Comparison): string | null {
  const says = is === 'at-least' || is === 'above' ? 'high' : 'low'
  if (figure.unit === 'points' && says === 'high' && figure.likeRandom)
    return 'cannot be told from random answers'
  if (clearOf === undefined || (figure.range90 && keepsClear(figure.range90, is, clearOf))) return null
  return `the plausible range reaches ${clearOf}, too wide to say`
}

function certaintyOf(figure: Figure, { is, threshold, clearOf, plain, given }: Comparison): Certainty {
  if (given) return 'clear'
  if (figure.unit === 'probability') {
    return figure.least >= SIGNALS.clear ? 'clear' : figure.least >= SIGNALS.likely ? 'likely' : 'indicative'
  }
  if (figure.unit === 'chance') return figure.most < TEST_LEVEL ? 'clear' : 'likely'
  if (plain) return 'likely'
  const limit = clearOf ?? threshold
  if (!figure.range90 || !figure.range95 || !keepsClear(figure.range90, is, limit)) return 'indicative'
  // Divergence within a level that random answers would show as well is divergence, but no more than likely.
  const couldBeNoise = figure.likeRandom && figure.levels.length === 1
  return keepsClear(figure.range95, is, limit) && !couldBeNoise ? 'clear' : 'likely'
}

/** Whether one person fewer, or for a count one changed answer, would take the figure back over its line. */
function isFragile(figure: Figure, { is, threshold }: Comparison): boolean {
  if (figure.fragile !== null) return figure.fragile
  if (figure.of === null) return false
  const step = 1 / figure.of
  const moved =
    is === 'below' || is === 'at-most'
      ? { ...figure, most: figure.most + step }
      : { ...figure, least: figure.least - step }
  return !isPast(moved, is, threshold)
}
