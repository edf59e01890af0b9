/**
 * Whether two people name the same owner: 0 only if both name the same *real* one, else 1. "Nobody", "several share it",
 * "settled offline", a name outside the list and "can't say" match nothing, not even each other: a team that agrees that
 * nobody owns the outcome has no owner in common, and gets no credit for agreeing.
 *
 * Options are coded 0..options - 1, real owners first. With every option real this is the plain nominal distance
 * (0 the same option, 1 another) that choices are compared by.
 *
 * Source: nominal weights of Brennan & Prediger 1981; the refusal to reward "nobody" is this project's own.
 *
 * @example clearOwnerDistance(3, 3, 8) // => 0 (both name the fourth of eight roles)
 * @example clearOwnerDistance(8, 8, 8) // => 1 (both say "nobody", the first option that is no role)
 */
export function clearOwnerDistance(a: number, b: number, real: number): 0 | 1 {
  return a === b && a < real ? 0 : 1
}

/**
 * Mean clear-owner distance of two people who both pick one of `options` at random, `real` of which are owners:
 * 1 - R / q^2. With every option real: 1 - 1/q.
 *
 * @example clearOwnerChance(8, 10) // => 0.92
 */
export function clearOwnerChance(real: number, options: number): number {
  return 1 - real / (options * options)
}
