import { FEWEST_IN_OPEN_MODE, type PrivacyMode, SMALLEST_GROUP } from '#app/rounds/round.ts'
import type { TooFew } from './measure.ts'

/** What may be shown of a round: fixed by its privacy mode and its smallest group. */
export interface Disclosure {
  /** Open mode: names, single points and exact counts may be shown. */
  open: boolean
  /** The fewest people a figure may rest on. */
  needed: number
}

export function disclosureOf(round: { privacyMode: PrivacyMode; smallestGroup: number }): Disclosure {
  if (round.privacyMode === 'open') return { open: true, needed: FEWEST_IN_OPEN_MODE }
  return { open: false, needed: Math.max(SMALLEST_GROUP.floor, round.smallestGroup) }
}

/** The reason why there is no figure. Outside open mode not even the number of people is told. */
export function tooFew(n: number, disclosure: Disclosure): TooFew {
  return { kind: 'too-few', n: disclosure.open ? n : null, needed: disclosure.needed }
}
