/**
 * Variance of ratings if everybody picked a point of the scale at random: (K^2 - 1) / 12. The usual yardstick of r_wg.
 *
 * Source: James, Demaree & Wolf 1984.
 *
 * @example uniformVariance(5) // => 2
 */
export function uniformVariance(points: number): number {
  return (points ** 2 - 1) / 12
}

/**
 * Variance if half the people sat at each end of the scale: ((K - 1) / 2)^2. No group of even size can lie wider apart.
 *
 * Source: Lindell & Brandt 1997.
 *
 * @example widestVariance(5) // => 4
 */
export function widestVariance(points: number): number {
  return ((points - 1) / 2) ** 2
}

/**
 * Variance of random ratings by people who rarely use the bottom of the scale (shares .05 .15 .20 .35 .25 on five points),
 * by number of points. It takes leniency out of r_wg; the price is that one must know how lenient people are.
 *
 * Source: James, Demaree & Wolf 1984; LeBreton & Senter 2008, table 2.
 *
 * @example SLIGHT_SKEW_VARIANCE[5] // => 1.34
 */
export const SLIGHT_SKEW_VARIANCE: Readonly<Record<number, number>> = {
  5: 1.34,
  6: 1.85,
  7: 2.9,
  8: 3.47,
  9: 5.66,
  10: 6.3,
}
