/** Ratings of several items: a row is a person, a column an item, null where there is no answer. */
export type RatingMatrix = readonly (readonly (number | null)[])[]

/**
 * The people who rated every item. Measures over several items at once leave the others out, so that all items rest on
 * the same people.
 *
 * @example completeRows([[4, 5], [3, null]]) // => [[4, 5]]
 */
export function completeRows(matrix: RatingMatrix): number[][] {
  return matrix
    .filter((row): row is readonly number[] => row.every((rating) => rating !== null))
    .map((row) => [...row])
}

/**
 * The same ratings the other way round: a row is an item, a column a person.
 *
 * @example itemsOf([[4, 5], [3, 2]]) // => [[4, 3], [5, 2]]
 */
export function itemsOf<T>(matrix: readonly (readonly T[])[]): T[][] {
  return (matrix[0] ?? []).map((_, item) => matrix.map((row) => row[item] as T))
}
