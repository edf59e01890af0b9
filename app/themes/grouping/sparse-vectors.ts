/** Weights by feature; all others are zero. */
export type SparseVector = ReadonlyMap<string, number>

/**
 * Counts of features as TF-IDF of length one: a feature counts the more, the fewer of these lines have it.
 * Frequency is damped (1 + ln), inverse document frequency smoothed (1 + ln((1 + n) / (1 + df))). Salton & Buckley 1988.
 */
export function tfIdf(features: readonly (readonly string[])[]): SparseVector[] {
  const lines = features.map(countsOf)
  const spread = new Map<string, number>()
  for (const counts of lines)
    for (const feature of counts.keys()) spread.set(feature, (spread.get(feature) ?? 0) + 1)
  return lines.map((counts) => {
    const weights = [...counts].map(([feature, count]): [string, number] => [
      feature,
      (1 + Math.log(count)) * (1 + Math.log((1 + lines.length) / (1 + (spread.get(feature) ?? 0)))),
    ])
    const length = Math.sqrt(weights.reduce((sum, [, weight]) => sum + weight * weight, 0))
    return new Map(weights.map(([feature, weight]) => [feature, weight / length]))
  })
}

function countsOf(features: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  return counts
}

/** For each feature the lines that have it and its weight there: by it, only pairs that share something are touched. */
export function postingsOf(
  vectors: readonly SparseVector[],
): Map<string, { line: number; weight: number }[]> {
  const postings = new Map<string, { line: number; weight: number }[]>()
  for (const [line, vector] of vectors.entries()) {
    for (const [feature, weight] of vector) {
      const list = postings.get(feature)
      if (list) list.push({ line, weight })
      else postings.set(feature, [{ line, weight }])
    }
  }
  return postings
}
