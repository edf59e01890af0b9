import type { Comparison } from './comparison.ts'
import type { RandomComparison, Shape } from './random-agreements.ts'

/** Groups of more people than this are drawn as groups of this many. */
const MOST_PEOPLE = 400

/**
 * A smaller comparison whose random agreements, times `scale`, are spread as those of the given one. On a scale of three points
 * or more a random person at the end stands farther from everybody than one in the middle, and so does one without a real owner:
 * there the figure is above all a mean over people, and its spread shrinks with the root of their number. Where every random
 * answer is as far from the others as any, as with lists and plain choices, it shrinks with the number itself. Lists keep their
 * mixture of lengths.
 *
 * Source: limits of U-statistics, Hoeffding 1948; Serfling 1980, section 5.5.
 *
 * @example smallerShape({ comparison: { kind: 'linear', points: 5 }, first: [1, 1, 1], second: null }).scale // => 1
 */
export function smallerShape({ comparison, first, second }: RandomComparison): {
  drawn: RandomComparison
  scale: number
} {
  const drawn = { comparison, first: shrunk(first), second: second && shrunk(second) }
  const spread = isUneven(comparison) ? spreadOfMeans : spreadOfPairs
  return {
    drawn,
    scale: spread(first.length, second?.length) / spread(drawn.first.length, drawn.second?.length),
  }
}

function isUneven(comparison: Comparison): boolean {
  if (comparison.kind === 'linear') return comparison.points > 2
  return comparison.kind === 'match' && comparison.real < comparison.options
}

function spreadOfMeans(n: number, m?: number): number {
  return m === undefined ? 2 / Math.sqrt(n) : Math.sqrt(1 / n + 1 / m)
}

function spreadOfPairs(n: number, m?: number): number {
  return m === undefined ? 1 / (n - 1) : 1 / Math.sqrt(n * m)
}

/** Every so many-th person, of people in the order of their lengths. */
function shrunk(shape: Shape): Shape {
  if (shape.length <= MOST_PEOPLE) return shape
  const step = shape.length / MOST_PEOPLE
  return Array.from({ length: MOST_PEOPLE }, (_, place) => shape[Math.floor((place + 0.5) * step)] as number)
}
