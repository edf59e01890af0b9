import { fillRandomly, randomFrom } from '#app/scoring/random.ts'

export const PEOPLE = 10
export const ITEMS = 40
export const POINTS = 5

/** Ratings 1..5 drawn at random, group by group, person by person, item by item. */
export function inventedRatings(groups: number): Uint8Array {
  const size = groups * PEOPLE * ITEMS
  const drawn = new Int32Array(size)
  fillRandomly(randomFrom(groups), drawn, size, POINTS)
  return Uint8Array.from(drawn, (point) => point + 1)
}
