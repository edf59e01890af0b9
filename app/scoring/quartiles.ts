/**
 * A point of the sorted values below which a share of them lies, with straight lines between neighbours (type 7 of Hyndman &
 * Fan 1996, the usual one of spreadsheets and of R). `sorted` must be in rising order and not empty.
 *
 * @example quantile([1, 2, 3, 4], 0.5) // => 2.5
 */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  if (sorted.length === 0) throw new RangeError('quantile requires at least one value')
  const place = (sorted.length - 1) * share
  const below = Math.floor(place)
  const low = sorted[below] as number
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number
  return low + (high - low) * (place - below)
}

/**
 * Where the middle half of the answers lies: a quarter below the first figure, half below the second, a quarter above the
 * third. For words such as "most say between 4 and 7".
 *
 * @example quartiles([2, 4]) // => { low: 2.5, median: 3, high: 3.5 }
 */
export function quartiles(values: readonly number[]): { low: number; median: number; high: number } {
  const sorted = [...values].sort((a, b) => a - b)
  return { low: quantile(sorted, 0.25), median: quantile(sorted, 0.5), high: quantile(sorted, 0.75) }
}
