/**
 * Adjusts p values for having looked several times (Holm): the smallest is multiplied by the number of tests, the next by
 * one less, and so on, never falling and never above 1. Where nothing was tested (null) there is nothing to adjust for.
 *
 * Source: Holm 1979, Scandinavian Journal of Statistics 6:65.
 *
 * @example holm([0.01, null, 0.04, 0.03]) // => [0.03, null, 0.06, 0.06]
 */
export function holm(values: readonly (number | null)[]): (number | null)[] {
  const tested = values
    .map((p, index) => ({ p, index }))
    .filter((test): test is { p: number; index: number } => test.p !== null)
    .sort((a, b) => a.p - b.p)
  const adjusted: (number | null)[] = values.map(() => null)
  let largest = 0
  tested.forEach(({ p, index }, place) => {
    largest = Math.max(largest, Math.min(1, p * (tested.length - place)))
    adjusted[index] = largest
  })
  return adjusted
}
