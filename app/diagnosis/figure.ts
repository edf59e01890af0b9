import type { Level } from '#app/questionnaire/instrument.ts'
import type { TooFew } from '#app/scoring/measure.ts'
import type { Range } from '#app/scoring/round-scores.ts'
import { numberWord } from './people-words.ts'

/** points: 0..100; share: of people; times: multiples of what was asked for; chance: a p value; the rest as named. */
export type Unit = 'points' | 'share' | 'times' | 'of-ten' | 'count' | 'probability' | 'chance'

/** A figure as a rule sees it. `least` and `most` differ only where a count of people is coded at its ends. */
export interface Figure {
  kind: 'figure'
  label: string
  itemId: string | null
  unit: Unit
  least: number
  most: number
  n: number
  /** The levels whose answers are in it. */
  levels: Level[]
  range90: Range | null
  range95: Range | null
  /** As it stands in a statement. */
  shown: string
  /** The value with its range and nothing else, for a reason in the margin. */
  brief: string
  /** Further parts that a statement may use: `{figure.part}`. */
  words: Record<string, string>
  /** An agreement figure that random answers could give as well. */
  likeRandom: boolean
  /** The number of people a share is of, where one changed answer can be reckoned with. */
  of: number | null
  /** Whether leaving out one person would change what may be said of the figure; null where scoring does not tell. */
  fragile: boolean | null
}

export interface CannotSay {
  kind: 'cannot-say'
  label: string
  reason: string
}

export type FigureResult = Figure | CannotSay

export const GROUP_WORDS = {
  senior: 'senior leaders',
  department: 'department leads',
  across: 'senior leaders and department leads',
  everyone: 'leaders',
} as const

/** A figure with what most kinds leave empty. */
export function figureOf(
  parts: Pick<Figure, 'label' | 'unit' | 'least' | 'n' | 'levels' | 'shown'> & Partial<Figure>,
): Figure {
  const { words, ...rest } = parts
  return {
    kind: 'figure',
    itemId: null,
    most: parts.least,
    range90: null,
    range95: null,
    likeRandom: false,
    of: null,
    fragile: null,
    brief: parts.shown,
    ...rest,
    words: { n: numberWord(parts.n), ...words },
  }
}

export function tooFew(label: string, { needed }: Pick<TooFew, 'needed'>): CannotSay {
  return { kind: 'cannot-say', label, reason: `fewer than ${numberWord(needed)} people answered` }
}

export function notAsked(label: string): CannotSay {
  return { kind: 'cannot-say', label, reason: 'this was not asked' }
}
