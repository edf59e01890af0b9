/**
 * The place between `low` and `high` at which a rising function reaches a value, by halving until no number lies between.
 * Slow and sure; a quantile is looked up a few times a report.
 *
 * @example bisection((x) => x * x, 2, 0, 2) // => 1.414213562373095
 */
export function bisection(rising: (x: number) => number, value: number, low: number, high: number): number {
  let below = low
  let above = high
  for (;;) {
    const middle = (below + above) / 2
    if (middle <= below || middle >= above) return middle
    if (rising(middle) < value) below = middle
    else above = middle
  }
}
