import { writtenDay } from './day.ts'
import type { PrivacyMode, Round, RoundState } from './round.ts'
import { endInWords } from './time-zone.ts'

export const MODE_NAMES: Record<PrivacyMode, string> = {
  open: 'Open',
  confidential: 'Confidential',
  unlinked: 'Unlinked',
}

/** Who a mode is for, in a few words beside its name. */
export const MODE_FITS: Record<PrivacyMode, string> = {
  open: 'small teams that talk plainly',
  confidential: 'the usual choice',
  unlinked: 'where trust is low',
}

export const STATE_NAMES: Record<RoundState, string> = {
  draft: 'Draft',
  open: 'Open',
  closed: 'Closed',
  published: 'Published',
}

/** The state of a round, its days and its promise in one line. */
export function roundInWords(round: Omit<Round, 'instrument'>): string {
  const groups = round.privacyMode === 'open' ? '' : `, groups of ${round.smallestGroup} or more`
  return `${STATE_NAMES[round.state]}, ${daysOf(round)}. ${MODE_NAMES[round.privacyMode]}${groups}.`
}

function daysOf(round: Omit<Round, 'instrument'>): string {
  if (round.state === 'draft')
    return `meant for ${writtenDay(round.opensOn)} to ${writtenDay(round.closesOn)}`
  const from = writtenDay(round.openedOn ?? round.opensOn)
  if (round.state === 'open') return `since ${from}, ${endInWords(round)}`
  return `${from} to ${writtenDay(round.closedOn ?? round.closesOn)}`
}
