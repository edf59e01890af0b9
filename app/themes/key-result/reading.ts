import type { VerbClass } from './lexicon.ts'

/** activity: work is done. output: a thing is there afterwards. outcome: people or the business behave or perform differently. */
export type KeyResultKind = 'activity' | 'output' | 'outcome'

/** What was found in the line. Words are given as they were typed; null where there are none. */
export interface KeyResultFeatures {
  /** The verb that carries the line, and what its kind of verb says. */
  verb: { word: string; class: VerbClass } | null
  /** How the line says that something changes: "from 40 to 70%", "below 45 days", "up". */
  change: string | null
  baseline: string | null
  target: string | null
  date: string | null
  /** What is measured: churn, margin, wait. */
  measure: string | null
  /** Whose behaviour it is about. */
  people: string | null
  /** What will be there: a dashboard, a policy. */
  thing: string | null
  /** What is held or done: a training, a campaign. */
  work: string | null
}

/** A key result as it was read. `unclear`: nothing in it could be read, and it counts as none of the three. */
export interface KeyResultReading {
  kind: KeyResultKind | 'unclear'
  features: KeyResultFeatures
  /** Why it was read so, in words about this line. */
  why: string
  /** What to ask, or what to add, to make an outcome of it. */
  prompt: string
}
