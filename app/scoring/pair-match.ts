/**
 * The share of pairs of people who give the same answer: of 100 pairs of directors, how many would name the same owner?
 * `counts`: people on each answer that can match; people on other answers are in n only. Unbiased at every group size.
 *
 * Source: Simpson 1949, without replacement.
 *
 * @throws {RangeError} below two people
 * @example pairMatch([5, 1], 8) // => 0.35714285714285715 (10 of 28 pairs)
 */
export function pairMatch(counts: readonly number[], n: number): number {
  if (n < 2) throw new RangeError('pairMatch requires at least two people')
  return counts.reduce((sum, count) => sum + count * (count - 1), 0) / (n * (n - 1))
}
