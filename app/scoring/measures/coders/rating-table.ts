import type { RatingMatrix } from '../rating/complete-rows.ts'

/** How often each category 1..K was given to one item. */
export interface ItemCounts {
  counts: readonly number[]
  /** Answers to this item. */
  n: number
}

/**
 * Ratings counted item by item; items that nobody rated are left out. Counting by category makes every pairwise figure a sum
 * over categories and not over pairs of people.
 *
 * @throws {RangeError} if a rating is no whole number in 1..categories
 * @example ratingTable([[1, null], [2, null]], 2) // => [{ counts: [1, 1], n: 2 }]
 */
export function ratingTable(ratings: RatingMatrix, categories: number): ItemCounts[] {
  const items = Array.from({ length: ratings[0]?.length ?? 0 }, () => new Array<number>(categories).fill(0))
  for (const row of ratings) {
    row.forEach((rating, item) => {
      if (rating === null) return
      const counts = items[item]
      if (counts?.[rating - 1] === undefined) throw new RangeError(`a rating must be one of 1..${categories}`)
      counts[rating - 1] = (counts[rating - 1] as number) + 1
    })
  }
  return items
    .map((counts) => ({ counts, n: counts.reduce((sum, count) => sum + count, 0) }))
    .filter(({ n }) => n > 0)
}

/**
 * Mean share of each category over the items, every item counting the same however many people rated it.
 *
 * @example meanShares([{ counts: [2, 0], n: 2 }, { counts: [1, 1], n: 2 }]) // => [0.75, 0.25]
 */
export function meanShares(table: readonly ItemCounts[]): number[] {
  const categories = table[0]?.counts.length ?? 0
  return Array.from({ length: categories }, (_, category) =>
    table.reduce((sum, { counts, n }) => sum + (counts[category] as number) / n / table.length, 0),
  )
}
