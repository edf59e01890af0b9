import type { Instrument } from '#app/questionnaire/instrument.ts'

export const PRIVACY_MODES = ['open', 'confidential', 'unlinked'] as const
export type PrivacyMode = (typeof PRIVACY_MODES)[number]

export const ROUND_STATES = ['draft', 'open', 'closed', 'published'] as const
export type RoundState = (typeof ROUND_STATES)[number]

/** The smallest number of people whose answers may be shown together: the default, and the least it can be set to. */
export const SMALLEST_GROUP = { default: 5, floor: 4 } as const

/** In open mode names stand beside answers anyway; three people are the fewest that a comparison is worth making for. */
export const FEWEST_IN_OPEN_MODE = 3

export interface Round {
  id: string
  engagementId: string
  title: string
  /** `id@version` of the instrument chosen. */
  instrumentKey: string
  /** The instrument as it was when the round opened; null while the round is a draft. */
  instrument: Instrument | null
  privacyMode: PrivacyMode
  smallestGroup: number
  state: RoundState
  /** Date (YYYY-MM-DD) on which the round is meant to open and to close. */
  opensOn: string
  closesOn: string
  openedOn: string | null
  closedOn: string | null
  /** Who was named to leads when the round opened as the one who reads their answers. */
  promisedBy?: string | null
  /** The service outside this server to which leads were told their lines go; left out where they stay. */
  linesGoTo?: string | null
  /** IANA name of the place whose days count; UTC where it is left out. */
  timeZone?: string
  /** Whether the round ends by itself when its last day does. */
  closesItself?: boolean
  /** The day on which the answers are deleted. Left out in a draft: the usual day after its last day. */
  keepUntil?: string
  /** The day on which the answers were deleted; left out while they are there. */
  answersDeletedOn?: string
}

export type ParticipationState = 'not-started' | 'started' | 'done'

/** One lead's place in one round. */
export interface Participation {
  id: string
  roundId: string
  leadId: string
  linkVersion: number
  state: ParticipationState
}
