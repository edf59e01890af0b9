import type { Disclosure } from './disclosure.ts'

/** How many of ten pairs of people, as it may be said: `low` and `high` differ where the end is coded. */
export interface PairShare {
  low: number
  high: number
}

/**
 * A share of pairs of people, in tenths. Outside open mode both ends are coded, so that one person who stands apart from all
 * the others is never announced: that person is in n - 1 of the n(n - 1)/2 pairs, a share of 2/n, so whatever is no larger
 * cannot be told from nothing, and the same from above.
 *
 * Source: this project's own.
 *
 * @example pairShare(8 / 36, 9, { open: false, needed: 5 }) // => { low: 0, high: 3 }
 * @example pairShare(18 / 36, 9, { open: false, needed: 5 }) // => { low: 5, high: 5 }
 * @example pairShare(8 / 36, 9, { open: true, needed: 3 }) // => { low: 2, high: 2 }
 */
export function pairShare(share: number, n: number, { open }: Disclosure): PairShare {
  const tenths = Math.round(10 * share)
  if (open) return { low: tenths, high: tenths }
  const line = Math.ceil(20 / n)
  if (tenths <= line) return { low: 0, high: line }
  if (tenths >= 10 - line) return { low: 10 - line, high: 10 }
  return { low: tenths, high: tenths }
}
