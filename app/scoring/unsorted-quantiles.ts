/**
 * The same points as `quantile` (quartiles.ts), of values in any order: they are not sorted but only parted at the places that
 * are asked for, which takes a tenth of the time. The values are rearranged; `shares` must rise.
 *
 * Source: Hoare 1961, Algorithm 65 (Find), for several places at once.
 *
 * @throws {RangeError} without a value
 * @example unsortedQuantiles(Float64Array.of(4, 1, 3, 2), [0, 0.5]) // => [1, 2.5]
 */
export function unsortedQuantiles(values: Float64Array, shares: readonly number[]): number[] {
  if (values.length === 0) throw new RangeError('unsortedQuantiles requires at least one value')
  const last = values.length - 1
  const places = shares.map((share) => last * share)
  settle(
    values,
    places.flatMap((place) => [Math.floor(place), Math.min(last, Math.floor(place) + 1)]),
  )
  return places.map((place) => {
    const below = Math.floor(place)
    const low = values[below] as number
    const high = values[Math.min(last, below + 1)] as number
    return low + (high - low) * (place - below)
  })
}

/** Brings to each of the places, which must not fall, the value that would stand there if the values were sorted. */
export function settle(values: Float64Array, places: readonly number[]): void {
  settleBetween(values, 0, values.length - 1, places)
}

function settleBetween(values: Float64Array, left: number, right: number, places: readonly number[]): void {
  if (left >= right || places.length === 0) return
  const middle = values[(left + right) >> 1] as number
  const [low, high] = part(
    values,
    left,
    right,
    middleOf(values[left] as number, middle, values[right] as number),
  )
  settleBetween(
    values,
    left,
    low,
    places.filter((place) => place <= low),
  )
  settleBetween(
    values,
    high,
    right,
    places.filter((place) => place >= high),
  )
}

/** Nothing up to `low` is larger than the pivot, nothing from `high` on is smaller, and what lies between is equal to it. */
function part(values: Float64Array, left: number, right: number, pivot: number): [low: number, high: number] {
  let i = left
  let j = right
  while (i <= j) {
    while ((values[i] as number) < pivot) i++
    while ((values[j] as number) > pivot) j--
    if (i > j) break
    const kept = values[i] as number
    values[i++] = values[j] as number
    values[j--] = kept
  }
  return [j, i]
}

function middleOf(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c))
}
