/** A split is announced only with two people and a quarter of the group at each end: never a single dissenter. */
const FEWEST_AT_AN_END = 2
const SHARE_AT_AN_END = 0.25
/** Below this standard deviation, in points of the scale, ratings stand together. */
const CLOSE = 0.8

/**
 * Whether a group may be said to be split: enough people on either side of the middle of the scale.
 *
 * `counts`: people on each point, the lowest first.
 *
 * Source: the rules of disclosure of this project.
 *
 * @example mayBeSplit([1, 0, 0, 0, 4]) // => false
 * @example mayBeSplit([2, 0, 0, 0, 3]) // => true
 */
export function mayBeSplit(counts: readonly number[]): boolean {
  const total = sumOf(counts)
  const half = Math.floor(counts.length / 2)
  const ends = [sumOf(counts.slice(0, half)), sumOf(counts.slice(-half))]
  return ends.every((end) => end >= FEWEST_AT_AN_END && end >= SHARE_AT_AN_END * total)
}

/**
 * How ratings are spread in one word, the only thing said of it in a small group: no smallest, no largest, no deviation.
 *
 * Source: the rules of disclosure of this project.
 *
 * @example spreadInAWord([0, 0, 4, 1, 0]) // => 'aligned'
 */
export function spreadInAWord(counts: readonly number[]): 'aligned' | 'mixed' | 'split' {
  if (mayBeSplit(counts)) return 'split'
  const total = sumOf(counts)
  const mean = sumOf(counts.map((people, point) => people * point)) / total
  const variance = sumOf(counts.map((people, point) => people * (point - mean) ** 2)) / total
  return Math.sqrt(variance) < CLOSE ? 'aligned' : 'mixed'
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0)
}
