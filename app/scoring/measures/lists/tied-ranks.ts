import { sum } from 'd3-array'

/** An ordered list; themes in an inner list hold the same place. */
export type Ranking = readonly (string | readonly string[])[]

/**
 * What a tie means. equal: the themes are of equal rank, and come in together (w). average: they have an order that nobody
 * noted; take the mean over all orders (a). corrected: the same, corrected for what the ties hide, so that a list agrees fully
 * with itself (b).
 */
export type TieReading = 'equal' | 'average' | 'corrected'

/** First and last rank that the group of each theme takes up, from 1; in the order of the list. */
export type TiedRanks = ReadonlyMap<string, { top: number; bottom: number }>

/**
 * Ranks of the themes of a list with ties.
 *
 * @throws {RangeError} if a theme stands twice
 * @example ranksOf(['a', ['b', 'c']]).get('b') // => { top: 2, bottom: 3 }
 */
export function ranksOf(ranking: Ranking): TiedRanks {
  const ranks = new Map<string, { top: number; bottom: number }>()
  let rank = 0
  for (const place of ranking) {
    const themes = typeof place === 'string' ? [place] : place
    for (const theme of themes) {
      if (ranks.has(theme)) throw new RangeError('a ranking names a theme once')
      ranks.set(theme, { top: rank + 1, bottom: rank + themes.length })
    }
    rank += themes.length
  }
  return ranks
}

export interface Contributions {
  /** Themes shared down to this depth, by how far each has come in. */
  overlap: number
  /** What they are a share of. */
  size: number
  /** Themes of the longer list that the shorter one could at most go on with, once it has ended. */
  unseenMost: number
  /** The same for themes that come up at the mean pace, before their share of agreement is taken. */
  unseenLike: number
}

/**
 * How far the themes of two lists have come in by a depth, and what they come to.
 *
 * Source: Corsi & Urbano 2024, sections 4 and 5.
 *
 * @example contributionsTo(1, ranksOf([['a', 'b']]), ranksOf(['a', 'b']), 'average').overlap // => 0.5
 */
export function contributionsTo(
  depth: number,
  shorter: TiedRanks,
  longer: TiedRanks,
  reading: TieReading,
): Contributions {
  const partOf = (ranks: TiedRanks, theme: string) => cameIn(ranks.get(theme), depth, reading)
  const inShorter = [...shorter.keys()].map((theme) => partOf(shorter, theme))
  const inLonger = [...longer.keys()].map((theme) => partOf(longer, theme))
  const ended = depth > shorter.size
  const goesOn = ended ? [...longer.keys()].filter((theme) => !shorter.has(theme)) : []
  const parts = goesOn.map((theme) => partOf(longer, theme))
  const coming = parts.filter((part) => part > 0)
  return {
    overlap: sum(shorter.keys(), (theme) => partOf(shorter, theme) * partOf(longer, theme)),
    size: sizeAt(depth, ended ? new Array<number>(depth).fill(1) : inShorter, inLonger, reading),
    unseenMost: sum(parts.slice(0, Math.max(0, depth - shorter.size))),
    unseenLike: ended ? ((depth - shorter.size) * sum(coming)) / coming.length : 0,
  }
}

/** How much of a theme counts at a depth: its group comes in as a whole, or rank by rank. */
function cameIn(
  place: { top: number; bottom: number } | undefined,
  depth: number,
  reading: TieReading,
): number {
  if (place === undefined || depth < place.top) return 0
  if (reading === 'equal' || depth >= place.bottom) return 1
  return (depth - place.top + 1) / (place.bottom - place.top + 1)
}

function sizeAt(
  depth: number,
  shorter: readonly number[],
  longer: readonly number[],
  reading: TieReading,
): number {
  if (reading === 'equal') return (sum(shorter) + sum(longer)) / 2
  if (reading === 'average') return depth
  return Math.sqrt(sum(shorter, (part) => part ** 2) * sum(longer, (part) => part ** 2))
}
