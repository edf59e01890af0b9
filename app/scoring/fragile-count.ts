/**
 * Whether a state that follows from how many people gave each answer would be another one if any one of them had stayed
 * away.
 *
 * Source: this project's own.
 *
 * @example changesWithoutOne([3, 2], ([yes = 0, no = 0]) => yes > no) // => true (one yes fewer is a tie)
 * @example changesWithoutOne([4, 2], ([yes = 0, no = 0]) => yes > no) // => false
 */
export function changesWithoutOne<State>(
  counts: readonly number[],
  stateOf: (counts: readonly number[]) => State,
): boolean {
  const state = stateOf(counts)
  return counts.some((count, place) => count > 0 && stateOf(counts.with(place, count - 1)) !== state)
}
