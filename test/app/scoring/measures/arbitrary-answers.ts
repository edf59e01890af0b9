import fc from 'fast-check'

/** Ratings 1..points of some people, frozen: a measure that changes what it is given fails. */
export function someRatings(points: number, { fewest = 2, most = 12 } = {}) {
  return fc
    .array(fc.integer({ min: 1, max: points }), { minLength: fewest, maxLength: most })
    .map((ratings) => Object.freeze(ratings))
}

/** Ratings of several items, a row a person, with gaps where `missing`; frozen through and through. */
export function someMatrix(points: number, { missing = false, people = 6, items = 5 } = {}) {
  const rating = fc.integer({ min: 1, max: points })
  const cell = missing ? fc.option(rating, { freq: 5 }) : rating
  return fc
    .integer({ min: 1, max: items })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 2, maxLength: people }),
    )
    .map((rows) => Object.freeze(rows.map((row) => Object.freeze(row))))
}

/** People on each of some options, at least `fewest` of them. */
export function someCounts({ options = 5, fewest = 1 } = {}) {
  return fc
    .array(fc.nat(8), { minLength: options, maxLength: options })
    .filter((counts) => counts.reduce((sum, count) => sum + count, 0) >= fewest)
    .map((counts) => Object.freeze(counts))
}

/** A list of different themes. */
export function someList({ themes = 'abcdefgh', most = 5 } = {}) {
  return fc
    .uniqueArray(fc.constantFrom(...themes), { minLength: 1, maxLength: most })
    .map((list) => Object.freeze(list))
}

export function reversed<T>(values: readonly T[]): readonly T[] {
  return Object.freeze([...values].reverse())
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
