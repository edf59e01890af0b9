import type { Construct } from '#app/questionnaire/instrument.ts'

/** The four things that can be broken, of which the verdict names one or a mix. */
export const AILMENTS = [
  'alignment',
  'priority-overload',
  'weak-accountability',
  'poor-decision-flow',
] as const
export type Ailment = (typeof AILMENTS)[number]

/** clear: the 95 % range keeps to one side of the threshold; likely: the 90 % range does; indicative: the value alone. */
export type Certainty = 'clear' | 'likely' | 'indicative'

/** A figure that a finding rests on. */
export interface Evidence {
  /** What was measured, in words: "Senior team's agreement on the top priorities". */
  label: string
  itemId: string | null
  /** The value as it is shown, with its range where it has one: "12 of 100 (0 to 31)". */
  value: string
  /** The value and its range alone: "12 of 100 (range 0 to 31)". */
  brief: string
  /** The condition it was held against: "below 30". */
  threshold: string
  /** Where the threshold comes from. */
  source: string
  n: number
  /** One changed answer would take the figure back over the threshold. */
  fragile: boolean
}

/** A rule that fired: condition, criteria, cause, effect and recommendation, with the evidence that made it fire. */
export interface Finding {
  ruleId: string
  name: string
  construct: Construct
  ailment: Ailment | null
  /** 1 note, 2 serious, 3 critical; strengths are 0. */
  severity: 0 | 1 | 2 | 3
  kind: 'problem' | 'strength'
  certainty: Certainty
  /** The finding as a title, with a number. */
  headline: string
  /** The blunt statement with this team's figures. */
  statement: string
  /** The part of a sentence that a verdict is composed of. */
  clause: string
  meaning: string
  moves: { action: string; ownerRole: string; effect: string; days: number }[]
  evidence: Evidence[]
}

export interface Verdict {
  kind: 'diagnosis' | 'no-clear-pattern' | 'not-enough-answers'
  ailments: Ailment[]
  /** The same as a title. */
  headline: string
  /** One blunt sentence. */
  statement: string
  certainty: Certainty | null
  /** Rule ids of the findings that it was composed from. */
  basis: string[]
  /** Of these, the ones that one changed answer could undo. */
  fragile: string[]
  /** The ailments that it does not name, each with the reason in words. */
  others: { ailment: Ailment; reason: string }[]
}

export interface Diagnosis {
  rulebookVersion: string
  verdict: Verdict
  findings: Finding[]
  /** Rules that were judged and did not fire, with the reason in words. */
  notFired: { ruleId: string; name: string; reason: string }[]
}
