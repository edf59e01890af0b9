/**
 * Items that play a part of their own beside being scored. An item id never changes its meaning between versions of an
 * instrument, so these hold for every instrument that asks them; one that does not simply has no such figure.
 */
export const PRIORITIES = 'priorities'
export const STOPS = 'stops'
export const TRADE_OFF = 'tradeoff'
export const DEPENDENCIES = 'dependencies'
export const KEY_RESULTS = 'key-results'

/** The pickers of a dependency: who must provide it, and who is waiting for it. */
export const PROVIDER_PICKER = 'need-from'
export const WAITING_PICKER = 'needed-by'

/** The four signals of a company whose execution design is at fault; each is present if heard often or constantly. */
export const SIGNALS = ['added-midquarter', 'hard-to-say-no', 'all-green', 'slow-crossfunctional'] as const

/** What people believe their colleagues would say, and the item that shows what they do say. */
export const ESTIMATES = [
  { estimate: 'estimate-first', about: PRIORITIES },
  { estimate: 'estimate-owner', about: 'owns-outcome' },
] as const
