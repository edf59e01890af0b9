import { contributionsTo, type Ranking, ranksOf, type TieReading } from './tied-ranks.ts'

/** What is known of the overlap of two lists of which only the tops were seen. */
export interface OverlapBounds {
  /** Extrapolated: what lies below is like what was seen. */
  ext: number
  /** If nothing more is shared below. */
  min: number
  /** If as much as possible is. */
  max: number
  /** max - min: what the tops leave open. */
  res: number
}

/**
 * Rank-biased overlap of lists in which several themes may hold the same place, with its bounds. 1: the same; 0: nothing in
 * common. Without ties `ext` is rankBiasedOverlap. How ties are read is up to what they mean (`TieReading`): equal in rank, or
 * ranked in an order that nobody noted.
 *
 * Up to the end of the shorter list overlap is counted; from there to the end of the longer one, what the shorter list goes
 * on with is assumed (like before, nothing shared, everything shared); below both, the rest is summed to the end.
 *
 * Source: Corsi & Urbano 2024, SIGIR '24; Webber, Moffat & Zobel 2010, equations 11 and 32.
 *
 * @throws {RangeError} if a list is empty or p lies outside 0..1
 * @example rankBiasedOverlapWithTies([['a', 'b', 'c']], [['c', 'b', 'a']], 0.8, 'equal').ext // => 1
 */
export function rankBiasedOverlapWithTies(
  x: Ranking,
  y: Ranking,
  p: number,
  reading: TieReading,
): OverlapBounds {
  if (!(p > 0 && p < 1)) throw new RangeError('rankBiasedOverlapWithTies requires p between 0 and 1')
  const [shorter, longer] = [ranksOf(x), ranksOf(y)].sort((a, b) => a.size - b.size)
  if (!shorter?.size || !longer)
    throw new RangeError('rankBiasedOverlapWithTies requires lists that are not empty')
  const s = shorter.size
  const l = longer.size
  const sums = { ext: 0, min: 0, max: 0 }
  let agreement = 0
  let overlap = 0
  for (let depth = 1; depth <= l; depth++) {
    const at = contributionsTo(depth, shorter, longer, reading)
    if (depth <= s) agreement = at.overlap / at.size
    overlap = at.overlap
    const weight = ((1 - p) * p ** (depth - 1)) / at.size
    sums.min += weight * overlap
    sums.max += weight * (overlap + at.unseenMost)
    sums.ext += weight * (overlap + at.unseenLike * agreement)
  }
  const ext = sums.ext + ((overlap + (l - s) * agreement) / l) * p ** l
  const min = sums.min + overlap * restWithoutMore(l, p)
  const max = sums.max + restWithMost(s, l, overlap, p)
  return { ext: share(ext), min: share(min), max: share(max), res: share(max - min) }
}

/** Weight that one shared theme carries below depth l: (1 - p) / p (ln 1/(1 - p) - sum of p^d / d up to l). */
function restWithoutMore(l: number, p: number): number {
  let rest = -Math.log1p(-p)
  for (let depth = 1; depth <= l; depth++) rest -= p ** depth / depth
  return ((1 - p) / p) * rest
}

/** Below l every new theme of either list is taken to be on the other, two a depth, until the lists are the same. */
function restWithMost(s: number, l: number, overlap: number, p: number): number {
  const same = l + s - overlap
  let sum = 0
  for (let depth = l + 1; depth <= same; depth++) sum += ((2 * depth - same) / depth) * p ** depth
  return ((1 - p) / p) * sum + p ** same
}

function share(value: number): number {
  return Math.min(1, Math.max(0, value))
}
