import type { Construct, Level } from '#app/questionnaire/instrument.ts'
import type { AgreementChange, StrengthChangeResult } from '#app/scoring/round-changes.ts'

/** One figure of two rounds, side by side. */
export interface ComparedFigure {
  construct: Construct
  level: Level
  change: AgreementChange
  strength: StrengthChangeResult
}
