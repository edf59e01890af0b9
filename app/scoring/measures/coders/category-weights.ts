/** How much credit two ratings get for lying near each other. */
export type Weighting = 'unweighted' | 'linear' | 'quadratic' | 'ordinal'

/**
 * Credit for two ratings that lie d categories apart on a scale of K, 1 for the same and 0 for the two ends; unweighted: none
 * but for the same. Linear 1 - d / (K - 1); quadratic 1 - (d / (K - 1))^2; ordinal 1 - C(d + 1, 2) / C(K, 2).
 *
 * Source: Gwet 2014, Handbook of Inter-Rater Reliability, chapter 3.
 *
 * @example categoryWeight('linear', 1, 5) // => 0.75
 */
export function categoryWeight(weighting: Weighting, apart: number, categories: number): number {
  if (apart === 0) return 1
  const widest = categories - 1
  if (weighting === 'linear') return 1 - apart / widest
  if (weighting === 'quadratic') return 1 - (apart / widest) ** 2
  if (weighting === 'ordinal') return 1 - (apart * (apart + 1)) / (categories * widest)
  return 0
}

/**
 * The credits of all pairs of categories, row by row.
 *
 * @example categoryWeights('linear', 2) // => [[1, 0], [0, 1]]
 */
export function categoryWeights(weighting: Weighting, categories: number): number[][] {
  return Array.from({ length: categories }, (_, a) =>
    Array.from({ length: categories }, (_, b) => categoryWeight(weighting, Math.abs(a - b), categories)),
  )
}

/**
 * Credit that each category earns, on average, with ratings spread as given: the weights times the shares.
 *
 * @example creditByCategory([[1, 0.5], [0.5, 1]], [1, 0]) // => [1, 0.5]
 */
export function creditByCategory(
  weights: readonly (readonly number[])[],
  shares: readonly number[],
): number[] {
  return weights.map((row) =>
    row.reduce((sum, weight, category) => sum + weight * (shares[category] as number), 0),
  )
}
