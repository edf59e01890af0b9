/**
 * How far apart two ratings lie, as a share of the scale: 0 the same point, 1 the two ends. Linear and not squared, so
 * that one dissenter does not decide the figure and nothing is assumed of the scale but equal steps.
 *
 * Source: the linear weights of Brennan & Prediger 1981, after Finn 1970.
 *
 * @example linearDistance(2, 4, 5) // => 0.5
 */
export function linearDistance(a: number, b: number, points: number): number {
  return Math.abs(a - b) / (points - 1)
}

/**
 * Mean linear distance of two people who both pick a point at random: (K + 1) / 3K for K points. It falls from 1/2 for
 * two points towards 1/3 for many.
 *
 * @example linearChance(5) // => 0.4
 */
export function linearChance(points: number): number {
  return (points + 1) / (3 * points)
}
