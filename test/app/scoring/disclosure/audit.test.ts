import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exposedGroup } from '#app/scoring/disclosure/audit.ts'
import { nullSpace } from '#app/scoring/disclosure/null-space.ts'

const classesOf = (...people: number[]) => people.map((count, at) => ({ name: String(at), people: count }))

test('two harmless breakdowns together leave one person', () => {
  // Executives in London 1 and in Leeds 5, managers in London 6: executives less Leeds.
  const classes = classesOf(1, 5, 6)
  const roles = [
    [1, 1, 0],
    [0, 0, 1],
  ]
  const sites = [
    [1, 0, 1],
    [0, 1, 0],
  ]
  const total = [[1, 1, 1]]
  expect(exposedGroup(classes, [...total, ...roles], 5)).toBeNull()
  expect(exposedGroup(classes, [...total, ...sites], 5)).toBeNull()
  expect(exposedGroup(classes, [...total, ...roles, ...sites], 5)).toEqual(['0'])
})

test('several small classes count together, and a group of just enough is not exposed', () => {
  const both = [
    [1, 1, 1],
    [0, 0, 1],
  ]
  expect(exposedGroup(classesOf(2, 2, 6), both, 5)).toEqual(['0', '1'])
  expect(exposedGroup(classesOf(2, 3, 6), both, 5)).toBeNull()
  expect(exposedGroup(classesOf(0, 5), [[1, 1]], 5)).toBeNull()
})

test('a factor other than one gives a person away as well', () => {
  // Twice the theme less both items, where one person skipped the second item.
  const published = [
    [1, 1, 0],
    [0, 0, 1],
    [1, 2, 1],
  ]
  expect(exposedGroup(classesOf(7, 1, 7), published, 5)).toEqual(['1'])
})

test('a published number must say something of each class', () => {
  expect(() => exposedGroup(classesOf(5, 5), [[1]], 5)).toThrow(RangeError)
})

/** Ranks by plain elimination with fractions held as pairs of whole numbers: slow, and another way. */
function rankOf(matrix: readonly (readonly number[])[]): number {
  const columns = matrix[0]?.length ?? 0
  return columns - (nullSpace(matrix, columns)[0]?.length ?? 0)
}

function exposedByRank(people: readonly number[], published: readonly number[][], fewest: number): boolean {
  const subsets = Array.from({ length: 2 ** people.length - 1 }, (_, bits) => bits + 1)
  const whole = rankOf(published)
  return subsets.some((bits) => {
    const inside = (at: number) => (bits >> at) % 2 === 1
    const size = people.reduce((sum, count, at) => sum + (inside(at) ? count : 0), 0)
    const without = published.map((row) => row.map((value, at) => (inside(at) ? 0 : value)))
    return size < fewest && rankOf(without) < whole
  })
}

test('finds what the ranks of the matrix without each group of classes tell', () => {
  const cases = fc.integer({ min: 1, max: 6 }).chain((count) =>
    fc.record({
      people: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: count, maxLength: count }),
      published: fc.array(fc.array(fc.integer({ min: 0, max: 2 }), { minLength: count, maxLength: count }), {
        minLength: 1,
        maxLength: 6,
      }),
      fewest: fc.integer({ min: 4, max: 8 }),
    }),
  )
  fc.assert(
    fc.property(cases, ({ people, published, fewest }) => {
      const found = exposedGroup(classesOf(...people), published, fewest)
      expect(found !== null).toBe(exposedByRank(people, published, fewest))
    }),
    { numRuns: 2000 },
  )
})

test('the null space is what every row of the matrix sees as nothing', () => {
  const matrix = [
    [2, 4, 1, 0],
    [1, 2, 0, 3],
  ]
  const basis = nullSpace(matrix, 4)
  expect(basis[0]).toHaveLength(2)
  for (const row of matrix)
    for (const vector of [0, 1])
      expect(row.reduce((sum, value, at) => sum + BigInt(value) * (basis[at]?.[vector] ?? 0n), 0n)).toBe(0n)
})

test('sixty people who are a class each, in twenty numbers, are judged in seconds', () => {
  const classes = classesOf(...Array.from({ length: 60 }, () => 1))
  const published = Array.from({ length: 20 }, (_, number) =>
    classes.map((__, person) => ((person * 7 + number * person * person * 13 + number) % 11 < 5 ? 1 : 0)),
  )
  const started = process.cpuUsage()
  exposedGroup(classes, published, 5)
  expect(process.cpuUsage(started).user / 1e6).toBeLessThan(10)
})
