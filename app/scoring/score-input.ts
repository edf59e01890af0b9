import type { Submission } from '#app/answers/submission.ts'
import type { Instrument } from '#app/questionnaire/instrument.ts'
import type { Department, Lead, Role } from '#app/rounds/engagement.ts'
import type { Round } from '#app/rounds/round.ts'
import type { Codebook } from '#app/themes/theme.ts'

/** Redraws behind every range unless a test asks for fewer. */
export const REDRAWS = 4000

/** Everything that scoring reads. It knows no clock and no chance: the same input gives the same scores, byte for byte. */
export interface ScoreInput {
  instrument: Instrument
  round: Pick<Round, 'privacyMode' | 'smallestGroup'>
  /** Everybody who was invited. */
  leads: readonly Lead[]
  /** The roles that the owner items offered: their number is part of what chance is reckoned with. */
  roles: readonly Role[]
  /** The departments that the pickers offered; left out, dependencies cannot be put side by side. */
  departments?: readonly Department[]
  submissions: readonly Submission[]
  codebook: Codebook
  /** The same lines in fewer themes, where somebody or something has grouped them so. */
  coarserCodebook?: Codebook
  redraws?: number
}
