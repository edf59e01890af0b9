import type { Diagnosis } from '#app/diagnosis/diagnosis.ts'
import type { ConstructChanges } from '#app/scoring/round-changes.ts'

/** The round before this one, and what has changed since. */
export interface PreviousRound {
  title: string
  /** YYYY-MM-DD. */
  closedOn: string
  changes: ConstructChanges
  diagnosis: Diagnosis
}
