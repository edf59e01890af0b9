import { overlapGains } from './overlap-gains.ts'

/**
 * How lists of themes are counted so that their overlaps follow without going through pairs of lists. What two lists share is
 * a weighted sum, over depths, of the themes that stand in both down to that depth (for Dice there is one depth, the whole
 * list). So it is enough to know how many lists of each length hold each theme down to each depth.
 */
export interface ThemeLayout {
  catalogue: number
  longest: number
  depths: number
  /** What a theme in both lists down to a depth adds to their overlap, by both lengths. */
  weights: Float64Array
}

/** Lists by length, depth and theme; `lengths` are those that lists may have, 0 behind the last. */
export interface ThemeCounts {
  lists: Float64Array
  lengths: Uint8Array
}

export function themeLayout(ordered: boolean, catalogue: number, longest: number): ThemeLayout {
  const size = longest + 1
  const depths = ordered ? longest : 1
  const gains = overlapGains(ordered, longest)
  const weights = new Float64Array(size * size * depths)
  for (let a = 1; a <= longest; a++) {
    for (let b = 1; b <= longest; b++) {
      const gainAt = (depth: number) => (depth < Math.max(a, b) ? gains.of(a, b, depth) : 0)
      for (let depth = 0; depth < depths; depth++) {
        weights[(a * size + b) * depths + depth] = gainAt(depth) - (ordered ? gainAt(depth + 1) : 0)
      }
    }
  }
  return { catalogue, longest, depths, weights }
}

export function emptyThemeCounts(
  { catalogue, longest, depths }: ThemeLayout,
  lengths: Iterable<number>,
): ThemeCounts {
  const own = [...new Set(lengths)].filter((length) => length > 0).sort((a, b) => a - b)
  return {
    lists: new Float64Array((longest + 1) * depths * catalogue),
    lengths: Uint8Array.from([...own, 0]),
  }
}

/** Where a theme at a rank (from 0) of a list of this length is counted. */
export function cellOf(
  { catalogue, depths }: ThemeLayout,
  theme: number,
  length: number,
  rank: number,
): number {
  return (length * depths + (depths === 1 ? 0 : rank)) * catalogue + theme
}

/** From the themes at each depth to the themes down to each depth. */
export function deepen({ catalogue, depths }: ThemeLayout, { lists, lengths }: ThemeCounts): void {
  for (let i = 0; lengths[i] !== 0; i++) {
    const start = (lengths[i] as number) * depths * catalogue
    for (let at = start + catalogue; at < start + depths * catalogue; at++) {
      lists[at] = (lists[at] as number) + (lists[at - catalogue] as number)
    }
  }
}

/**
 * Overlaps of all lists of one group with all lists of another, or of its own, summed. The pairs of lists that have a theme in
 * common are counted as whole numbers before they are weighted, so that neither the order of people nor that of themes shows
 * in the last digit.
 */
export function overlapOfGroups(layout: ThemeLayout, a: ThemeCounts, b: ThemeCounts): number {
  const { longest, depths, weights } = layout
  let sum = 0
  for (let i = 0; a.lengths[i] !== 0; i++) {
    const lengthA = a.lengths[i] as number
    // Within one group each two lengths meet twice.
    for (let j = a === b ? i : 0; b.lengths[j] !== 0; j++) {
      const lengthB = b.lengths[j] as number
      const times = a === b && j > i ? 2 : 1
      const end = Math.min(depths, Math.max(lengthA, lengthB))
      const weight = (lengthA * (longest + 1) + lengthB) * depths
      for (let depth = 0; depth < end; depth++) {
        const rowA = lengthA * depths + depth
        const rowB = lengthB * depths + depth
        sum +=
          times *
          (weights[weight + depth] as number) *
          pairsSharing(layout.catalogue, a.lists, rowA, b.lists, rowB)
      }
    }
  }
  return sum
}

/** Pairs of a list of the one row and a list of the other, counted once for each theme they share. */
function pairsSharing(
  catalogue: number,
  a: Float64Array,
  rowA: number,
  b: Float64Array,
  rowB: number,
): number {
  const atA = rowA * catalogue
  const atB = rowB * catalogue
  let pairs = 0
  for (let theme = 0; theme < catalogue; theme++)
    pairs += (a[atA + theme] as number) * (b[atB + theme] as number)
  return pairs
}

/** Overlap of a list of this length with itself, which pairs of different people must be cleared of: 1 but for rounding. */
export function selfOverlap({ longest, depths, weights }: ThemeLayout, length: number): number {
  const start = (length * (longest + 1) + length) * depths
  let sum = 0
  for (let depth = 0; depth < depths; depth++) {
    sum += (weights[start + depth] as number) * (depths === 1 ? length : Math.min(depth + 1, length))
  }
  return sum
}
