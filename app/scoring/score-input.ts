import type { Submission } from '#app/answers/submission.ts'
import type { Instrument } from '#app/questionnaire/instrument.ts'
import type { Department, Lead, Role } from '#app/rounds/engagement.ts'
import type { Round } from '#app/rounds/round.ts'
import type { Codebook } from '#app/themes/theme.ts'

/** Redraws behind every range unless a test asks for fewer. */
export const REDRAWS = 4000

/** What a proposer would make of the lines, keeping to all that a person has decided. */
export interface Groupings {
  /** In more themes, joined only where the machine is fairly sure, and in fewer, joined on a slight likeness. */
  careful: Codebook
  free: Codebook
  /** Confirmed themes joined as well, wherever the machine sees a slight likeness and nobody has said no. */
  coarser: Codebook
  /** Groups of two lines or more that no person has confirmed, by item. */
  unconfirmed: Readonly<Record<string, number>>
}

/** conflict: the priority is what others would stop. dependency: the priority waits for what others name. */
export interface ConfirmedLink {
  kind: 'conflict' | 'dependency'
  themeIds: readonly [priority: string, other: string]
}

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
  /** The same lines grouped otherwise; left out, nothing is known of another grouping. */
  groupings?: Groupings
  /** Themes of two questions that a person has said concern the same matter: a priority, and a stop or a dependency. */
  links?: readonly ConfirmedLink[]
  redraws?: number
  /** What the sponsor sealed as the official priorities, with the themes that say the same; left out where nothing was. */
  officialPriorities?: readonly { priority: string; themeIds: readonly string[] }[]
}
