/** Chance of reading on to the next rank: at 0.8 the first three ranks carry some three quarters of the weight. */
export const PERSISTENCE = 0.8

/**
 * How much two ordered lists share, with the top counting most (RBO_ext). 1: the same themes in the same order; 0: none
 * in common. Two readers go down the lists together and go on to the next rank with probability p; what they have in
 * common at each depth is averaged, and what lies below the lists is extrapolated from what was seen. Lists may be of
 * unequal length. An empty list is no answer. Do not feed it lists whose order means nothing: three people with the same
 * set typed in three orders would come out below 1; that is what Dice is for.
 *
 * Source: Webber, Moffat & Zobel 2010, ACM TOIS 28(4):20, equation 32.
 *
 * @throws {RangeError} if a list is empty
 * @example rankBiasedOverlap(['a', 'b', 'c'], ['b', 'c', 'd']) // => 0.5066666666666667
 */
export function rankBiasedOverlap<T>(a: readonly T[], b: readonly T[], p: number = PERSISTENCE): number {
  if (a.length === 0 || b.length === 0) {
    throw new RangeError('rankBiasedOverlap requires lists that are not empty')
  }
  const comeUpAt = new Map(a.map((theme, index) => [theme, index]))
  const depths = b.flatMap((theme, index) => {
    const other = comeUpAt.get(theme)
    return other === undefined ? [] : [Math.max(index, other)]
  })
  const gains = sharedThemeGains(a.length, b.length, p)
  // Summed from the top down, so that neither list comes first, not even in the last digit.
  return depths.sort((x, y) => x - y).reduce((overlap, depth) => overlap + (gains[depth] as number), 0)
}

/**
 * Mean RBO_ext of two lists of these lengths drawn at random from a catalogue of M themes. RBO_ext is linear in the
 * overlaps, so each overlap at depth d is put at its mean, d min(d, s) / M with s the shorter length.
 *
 * @example rankBiasedOverlapByChance(3, 3, 12) // => 0.20333333333333334
 */
export function rankBiasedOverlapByChance(
  lengthA: number,
  lengthB: number,
  catalogue: number,
  p: number = PERSISTENCE,
): number {
  const shorter = Math.min(lengthA, lengthB)
  return overlapWeights(lengthA, lengthB, p).reduce(
    (sum, weight, index) => sum + (weight * (index + 1) * Math.min(index + 1, shorter)) / catalogue,
    0,
  )
}

/**
 * What one shared theme adds to RBO_ext, by the depth (index 0 = rank 1) at which it has come up in both lists: it counts
 * in the overlap there and at every depth below.
 */
export function sharedThemeGains(lengthA: number, lengthB: number, p: number = PERSISTENCE): number[] {
  const gains = overlapWeights(lengthA, lengthB, p)
  for (let index = gains.length - 2; index >= 0; index--) {
    gains[index] = (gains[index] as number) + (gains[index + 1] as number)
  }
  return gains
}

/** Weight of the overlap at each depth in equation 32, gathered by depth: X_d for d = 1 .. the longer length. */
function overlapWeights(lengthA: number, lengthB: number, p: number): number[] {
  const shorter = Math.min(lengthA, lengthB)
  const longer = Math.max(lengthA, lengthB)
  const weights = Array.from({ length: longer }, (_, index) => ((1 - p) * p ** index) / (index + 1))
  let atShorter = p ** longer * (1 / shorter - 1 / longer)
  for (let depth = shorter + 1; depth <= longer; depth++) {
    atShorter += ((1 - p) * p ** (depth - 1) * (depth - shorter)) / (shorter * depth)
  }
  weights[shorter - 1] = (weights[shorter - 1] as number) + atShorter
  weights[longer - 1] = (weights[longer - 1] as number) + p ** longer / longer
  return weights
}
