const TERMS = 100

/**
 * The largest distance between the shares of two samples that lie below any one value, and how likely a distance as large is
 * where both come from one source, by the limit of large samples with Stephens' correction for smaller ones.
 */
export function kolmogorovSmirnov(
  one: readonly number[],
  other: readonly number[],
): { distance: number; p: number } {
  const distance = largestDistance(sorted(one), sorted(other))
  const size = Math.sqrt((one.length * other.length) / (one.length + other.length))
  return { distance, p: tail((size + 0.12 + 0.11 / size) * distance) }
}

function largestDistance(one: readonly number[], other: readonly number[]): number {
  let [i, j, largest] = [0, 0, 0]
  while (i < one.length && j < other.length) {
    const value = Math.min(one[i] as number, other[j] as number)
    while (one[i] === value) i++
    while (other[j] === value) j++
    largest = Math.max(largest, Math.abs(i / one.length - j / other.length))
  }
  return largest
}

function tail(lambda: number): number {
  // The series does not settle near 0, where there is nothing to doubt.
  if (lambda < 0.2) return 1
  let sum = 0
  for (let k = 1; k <= TERMS; k++) sum += 2 * (-1) ** (k - 1) * Math.exp(-2 * (k * lambda) ** 2)
  return Math.min(1, Math.max(0, sum))
}

function sorted(values: readonly number[]): number[] {
  return [...values].sort((a, b) => a - b)
}
