import type { Level } from '#app/questionnaire/instrument.ts'
import { type Compared, compare, thresholdWords } from './compare.ts'
import type { Certainty, Evidence } from './diagnosis.ts'
import type { Figure, FigureResult } from './figure.ts'
import { numberWord } from './people-words.ts'
import type { Comparison, Condition } from './rulebook.ts'

export type Judgement =
  | { fired: true; certainty: Certainty; evidence: Evidence[] }
  /** `judged` is false where a figure was missing, so that nobody can say. */
  | { fired: false; judged: boolean; reason: string }

const STEPS = ['indicative', 'likely', 'clear'] as const satisfies readonly Certainty[]

/**
 * Holds a rule's condition against its figures. `patterned` are the levels whose answers, taken together, can be told from
 * random ones: what rests on any other level is never more than indicative.
 */
export function judge(
  condition: Condition,
  figures: Readonly<Record<string, FigureResult>>,
  patterned: readonly Level[],
): Judgement {
  if ('all' in condition) return judgeAll(condition.all.map((part) => judge(part, figures, patterned)))
  if ('any' in condition) {
    return judgeAny(
      condition.any.map((part) => judge(part, figures, patterned)),
      condition.atLeast ?? 1,
    )
  }
  const figure = figures[condition.figure]
  if (!figure) throw new Error(`no figure is named "${condition.figure}"`)
  if (figure.kind === 'cannot-say') {
    return { fired: false, judged: false, reason: `${figure.label}: ${figure.reason}` }
  }
  return judgeOne(figure, condition, patterned)
}

/** The less sure of two certainties. */
export function weaker(one: Certainty, other: Certainty): Certainty {
  return STEPS[Math.min(STEPS.indexOf(one), STEPS.indexOf(other))] ?? 'indicative'
}

export function stronger(one: Certainty, other: Certainty): Certainty {
  return weaker(one, other) === one ? other : one
}

function judgeOne(figure: Figure, comparison: Comparison, patterned: readonly Level[]): Judgement {
  const compared: Compared = compare(figure, comparison)
  if (!compared.holds) return { fired: false, judged: true, reason: compared.reason }
  const told = figure.levels.every((level) => patterned.includes(level))
  const evidence: Evidence = {
    label: figure.label,
    itemId: figure.itemId,
    value: figure.shown,
    brief: figure.brief,
    threshold: thresholdWords(figure, comparison),
    source: comparison.source,
    n: figure.n,
    fragile: compared.fragile,
  }
  return { fired: true, certainty: told ? compared.certainty : 'indicative', evidence: [evidence] }
}

function judgeAll(parts: readonly Judgement[]): Judgement {
  const missing = parts.filter((part) => !part.fired)
  const first = missing.find((part) => part.judged) ?? missing[0]
  if (first) return first
  return { fired: true, ...together(parts, weaker) }
}

function judgeAny(parts: readonly Judgement[], atLeast: number): Judgement {
  const fired = parts.filter((part) => part.fired)
  if (fired.length >= atLeast) {
    // Where several parts are needed, the statement is as sure as the weakest of the surest that are enough.
    const surest = fired.toSorted(
      (one, other) => STEPS.indexOf(other.certainty) - STEPS.indexOf(one.certainty),
    )
    const { certainty } = together(surest.slice(0, atLeast), weaker)
    return { fired: true, certainty, evidence: fired.flatMap((part) => part.evidence) }
  }
  const missing = parts.filter((part) => !part.fired)
  const judged = missing.filter((part) => part.judged)
  const told = judged.length > 0 ? judged : missing.slice(0, 1)
  return { fired: false, judged: judged.length > 0, reason: reasonsTogether(told.map((part) => part.reason)) }
}

function together(
  parts: readonly Judgement[],
  pick: typeof weaker,
): { certainty: Certainty; evidence: Evidence[] } {
  const fired = parts.filter((part) => part.fired)
  return {
    certainty: fired.map((part) => part.certainty).reduce(pick),
    evidence: distinct(fired.flatMap((part) => part.evidence)),
  }
}

/** Two reasons are both given; of more only the first. */
function reasonsTogether(reasons: readonly string[]): string {
  const [first = '', ...others] = reasons
  return others.length < 2 ? reasons.join('; ') : `${first}; nor do the other ${numberWord(others.length)}`
}

/** A figure that is held against two lines is shown once. */
function distinct(evidence: readonly Evidence[]): Evidence[] {
  return evidence.filter(({ label }, index) => evidence.findIndex((one) => one.label === label) === index)
}
