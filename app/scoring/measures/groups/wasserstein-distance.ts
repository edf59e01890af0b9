/**
 * How many scale points the average answer of one group would have to move for both to look the same (Wasserstein's W1, earth
 * mover's distance): the area between the two cumulative distributions. 0: the same mixture of answers; up to K - 1. It is
 * biased upward in small groups and never quite 0 in practice, so read it beside its values under relabelling. Null if a group is empty.
 *
 * Source: Vallender 1974; Rubner, Tomasi & Guibas 2000.
 *
 * @example wassersteinDistance([3, 5], [2, 4]) // => 1
 */
export function wassersteinDistance(x: readonly number[], y: readonly number[]): number | null {
  if (x.length === 0 || y.length === 0) return null
  // Each answer is a step of the difference between the two cumulative distributions.
  const steps = [
    ...x.map((at) => ({ at, rise: 1 / x.length })),
    ...y.map((at) => ({ at, rise: -1 / y.length })),
  ]
  steps.sort((a, b) => a.at - b.at)
  let area = 0
  let height = 0
  steps.forEach(({ at, rise }, index) => {
    height += rise
    area += Math.abs(height) * ((steps[index + 1]?.at ?? at) - at)
  })
  return area
}
