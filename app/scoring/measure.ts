/** Too few people answered to say anything. `n` is null where even the count may not be shown. */
export interface TooFew {
  kind: 'too-few'
  n: number | null
  needed: number
}

/** A figure with the number of people it rests on, or the reason why there is none. */
export type Measure = { kind: 'measured'; value: number; n: number } | TooFew

export function isMeasured<T extends { kind: string }>(
  measure: T,
): measure is Extract<T, { kind: 'measured' }> {
  return measure.kind === 'measured'
}

/**
 * A number of people as it may be shown. In open mode always exact. Otherwise both ends are coded, so that a single
 * person is never announced: 0 or 1 as "at most one", n - 1 or n as "all or all but one". A sum over both levels of
 * which one is coded is given as `between` two numbers, or subtraction would undo the coding.
 */
export type PeopleCount =
  | { kind: 'exact'; count: number; of: number }
  | { kind: 'at-most-one'; of: number }
  | { kind: 'all-but-at-most-one'; of: number }
  | { kind: 'between'; low: number; high: number; of: number }
