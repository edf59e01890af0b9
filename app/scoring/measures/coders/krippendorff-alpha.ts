import type { RatingMatrix } from '../rating/complete-rows.ts'
import { alphaOfCodes } from './coincidences.ts'

/** How two values differ: by being different, by rank, by distance, or by distance relative to their size. */
export type Level = 'nominal' | 'ordinal' | 'interval' | 'ratio'

/**
 * Krippendorff's alpha: how far ratings of the same items agree beyond chance, for any number of people and with gaps. 1: all
 * the same within each item; 0: as if the ratings had been dealt out at random; below 0: less. From .80 codings are taken as
 * reliable, from .667 as good enough for tentative conclusions.
 *
 * Its chance is read from the ratings, so it tells whether people can tell the items apart. It is no measure of a team's
 * agreement: on one item it is 0 whatever is said, and if everybody rates everything the same it is not defined (null). Items
 * with one rating are left out.
 *
 * Source: Krippendorff 1970, 2004, 2011.
 *
 * @example krippendorffAlpha([[1, 2, 3], [1, 2, 3]], 'ordinal') // => 1
 * @example krippendorffAlpha([[2], [3], [5]], 'interval') // => 0
 * @example krippendorffAlpha([[4, 4], [4, 4]], 'nominal') // => null
 */
export function krippendorffAlpha(ratings: RatingMatrix, level: Level): number | null {
  const values = [...new Set(ratings.flat())].filter((value) => value !== null).sort((a, b) => a - b)
  const codes = new Map(values.map((value, code) => [value, code]))
  const units = Array.from({ length: ratings[0]?.length ?? 0 }, (_, item) =>
    ratings.flatMap((row) => codes.get(row[item] ?? Number.NaN) ?? []),
  )
  const value = (code: number) => values[code] as number
  const differences: Record<Level, (a: number, b: number, totals: Float64Array) => number> = {
    nominal: () => 1,
    ordinal: ranksBetween,
    interval: (a, b) => (value(a) - value(b)) ** 2,
    ratio: (a, b) => ((value(a) - value(b)) / (value(a) + value(b))) ** 2,
  }
  return alphaOfCodes(units, values.length, differences[level])
}

/** Squared number of ratings that lie between two values, half of those on the values themselves counted. */
function ranksBetween(a: number, b: number, totals: Float64Array): number {
  let between = ((totals[a] as number) + (totals[b] as number)) / 2
  for (let code = a + 1; code < b; code++) between += totals[code] as number
  return between ** 2
}
