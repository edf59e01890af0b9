import { addDays, daysBetween, writtenDay } from './day.ts'
import type { Round } from './round.ts'

/** Days after closing on which a round can be opened again, and until which what was begun is kept for that. */
export const GRACE_DAYS = 14

type Ended = Pick<Round, 'state' | 'privacyMode' | 'closedOn' | 'answersDeletedOn'>

/** Why a round cannot be opened again; null where it can. */
export function whyNotReopened(
  { state, privacyMode, closedOn, answersDeletedOn }: Ended,
  { locked, today }: { locked: boolean; today: string },
): string | null {
  if (state === 'published') return 'The report is published, and a published report never changes.'
  if (state !== 'closed' || closedOn === null) return 'This round is not closed.'
  if (privacyMode === 'unlinked')
    return 'Its answers belong to nobody, so late ones would stand out and nobody could change theirs.'
  if (answersDeletedOn) return 'Its answers are deleted.'
  if (locked) return 'Its codebook has been locked: the report rests on the answers that were in by then.'
  if (daysBetween(closedOn, today) > GRACE_DAYS)
    return `It closed more than ${GRACE_DAYS} days ago, and what leads had begun is deleted.`
  return null
}

/** What becomes of answers that were begun and never handed in, as the consultant reads it. */
export function unsentInWords({ state, privacyMode, closedOn }: Ended): string {
  if (state === 'published') return 'What was begun and not handed in is deleted.'
  if (privacyMode === 'unlinked') {
    return state === 'closed'
      ? 'What was begun and not handed in is deleted.'
      : 'What was begun and not handed in is deleted when the round closes.'
  }
  if (state !== 'closed' || closedOn === null)
    return `What was begun and not handed in counts for nothing. It is deleted ${GRACE_DAYS} days after the round closes, or when the report is published.`
  return `What was begun and not handed in counts for nothing. It is deleted on ${writtenDay(addDays(closedOn, GRACE_DAYS))}, or when the report is published.`
}
