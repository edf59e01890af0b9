const TINY = 1e-300
/** The last digit may go to and fro for ever. */
const PRECISION = 4 * Number.EPSILON
const MOST_TERMS = 10_000

/**
 * Value of b0 + a1 / (b1 + a2 / (b2 + ...)), from the front, until a further term changes nothing. `term(k)` gives [a, b] for
 * k = 1, 2, ...
 *
 * Source: Lentz's method as modified by Thompson & Barnett 1986.
 *
 * @throws {RangeError} if it does not settle
 * @example continuedFraction(1, () => [1, 1]) // => 1.618033988749895 (the golden ratio)
 */
export function continuedFraction(b0: number, term: (k: number) => readonly [number, number]): number {
  let value = b0 === 0 ? TINY : b0
  let numerator = value
  let denominator = 0
  for (let k = 1; k <= MOST_TERMS; k++) {
    const [a, b] = term(k)
    denominator = 1 / awayFromZero(b + a * denominator)
    numerator = awayFromZero(b + a / numerator)
    const factor = numerator * denominator
    value *= factor
    if (Math.abs(factor - 1) < PRECISION) return value
  }
  throw new RangeError('a continued fraction did not settle')
}

function awayFromZero(x: number): number {
  return Math.abs(x) < TINY ? TINY : x
}
