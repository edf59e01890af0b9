import type { RandomComparison, Shape } from './random-agreements.ts'

/** Groups of more people than this are drawn as groups of this many. */
const MOST_PEOPLE = 400

/**
 * A smaller comparison whose random agreements, times `scale`, are spread as those of the given one: chance agreement shrinks
 * with the number of pairs that its people really make up, as 1 / (n - 1) within a group and 1 / sqrt(n m) across two. The shape
 * of its distribution is settled long before 400 people. Lists keep their mixture of lengths.
 *
 * Source: limit of a degenerate U-statistic, Hoeffding 1948; Serfling 1980, section 5.5.
 *
 * @example smallerShape({ comparison: { kind: 'linear', points: 5 }, first: [1, 1, 1], second: null }).scale // => 1
 */
export function smallerShape(shape: RandomComparison): { drawn: RandomComparison; scale: number } {
  const first = shrunk(shape.first)
  const second = shape.second && shrunk(shape.second)
  const scale = second
    ? Math.sqrt((first.length * second.length) / (shape.first.length * (shape.second as Shape).length))
    : (first.length - 1) / (shape.first.length - 1)
  return { drawn: { comparison: shape.comparison, first, second }, scale }
}

/** Every so many-th person, of people in the order of their lengths. */
function shrunk(shape: Shape): Shape {
  if (shape.length <= MOST_PEOPLE) return shape
  const step = shape.length / MOST_PEOPLE
  return Array.from({ length: MOST_PEOPLE }, (_, place) => shape[Math.floor((place + 0.5) * step)] as number)
}
