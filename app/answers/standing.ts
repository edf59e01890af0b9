import type { PrivacyMode, RoundState } from '#app/rounds/round.ts'

/** What a lead's session says about the one who holds it. */
interface Holder {
  confirmed: boolean
  consented: boolean
  submitted: boolean
  round: { state: RoundState; privacyMode: PrivacyMode }
}

/**
 * What a lead may do now. `unconfirmed`: nobody has said yet that they are the one the link was made for (or, in open
 * mode, that they agree to be named), so nothing given before may be shown. `handed-in`: answers that are linked to
 * nobody cannot be changed.
 */
export type Standing = 'closed' | 'handed-in' | 'unconfirmed' | 'ready'

export function standingOf({ confirmed, consented, submitted, round }: Holder): Standing {
  if (round.state !== 'open') return 'closed'
  if (submitted && round.privacyMode === 'unlinked') return 'handed-in'
  if (!confirmed || (round.privacyMode === 'open' && !consented)) return 'unconfirmed'
  return 'ready'
}
