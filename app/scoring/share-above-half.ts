/**
 * How sure it is that more than half of people like these would say so, having heard x of n: P(p > 1/2), from a beta
 * distribution with a = b = 1/2 added (Jeffreys). 5 of 8 gives about .76: likely, not certain. With nobody asked it is .5.
 * Any a and b above 0 may be given; x need not be whole, because a count coded "at most one" goes in as 0.5.
 *
 * Source: Jeffreys prior, as recommended by Brown, Cai & DasGupta 2001 for small n.
 *
 * @throws {RangeError} if x lies outside 0..n
 * @example shareAboveHalf(3, 7, { a: 1, b: 1 }) // => 0.36328125
 */
export function shareAboveHalf(x: number, n: number, prior = { a: 0.5, b: 0.5 }): number {
  if (x < 0 || x > n) throw new RangeError('shareAboveHalf requires a count between 0 and n')
  return 1 - regularisedBeta(0.5, x + prior.a, n - x + prior.b)
}

/** I_x(a, b) by its continued fraction (Abramowitz & Stegun 26.5.8), on the side where the fraction converges fast. */
function regularisedBeta(x: number, a: number, b: number): number {
  if (x > (a + 1) / (a + b + 2)) return 1 - regularisedBeta(1 - x, b, a)
  const logFront =
    logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x) - Math.log(a)
  return Math.exp(logFront) / continuedFraction(x, a, b)
}

/** 1 + d1 / (1 + d2 / (1 + ...)), evaluated from the innermost term outwards. */
function continuedFraction(x: number, a: number, b: number): number {
  let value = 1
  for (let m = 200; m >= 1; m--) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    value = 1 + even / value
    const odd = (-(a + m - 1) * (a + b + m - 1) * x) / ((a + 2 * m - 2) * (a + 2 * m - 1))
    value = 1 + odd / value
  }
  return value
}

/** ln of the gamma function: Stirling's series after shifting the argument above 15. */
function logGamma(z: number): number {
  let shift = 0
  let x = z
  while (x < 15) {
    shift += Math.log(x)
    x += 1
  }
  const inverse = 1 / (x * x)
  const series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse / 1680))) / x
  return (x - 0.5) * Math.log(x) - x + Math.log(2 * Math.PI) / 2 + series - shift
}
