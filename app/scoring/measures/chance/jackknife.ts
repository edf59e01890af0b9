import { mean, sum } from 'd3-array'

/**
 * Standard error of a figure from leaving out one person at a time: root of (n - 1) / n times the sum of the squares of the n
 * reduced figures about their mean. 0 where everybody said the same, and too small near there, which is why the report's ranges
 * come from redraws instead. Null where the figure is not defined for n - 1 people, or n is below 2.
 *
 * Source: Tukey 1958; Efron 1979.
 *
 * @example jackknifeError([1, 5, 5, 1, 5], (values) => values[0]) // => 3.2 (one left out of five moves it by 4)
 */
export function jackknifeError<T>(
  people: readonly T[],
  figure: (people: readonly T[]) => number | null,
): number | null {
  const reduced = people.map((_, person) => figure(people.toSpliced(person, 1)))
  if (people.length < 2 || reduced.includes(null)) return null
  const middle = mean(reduced) as number
  const n = people.length
  return Math.sqrt(((n - 1) / n) * sum(reduced, (value) => ((value as number) - middle) ** 2))
}
