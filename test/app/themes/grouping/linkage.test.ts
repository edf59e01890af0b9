import fc from 'fast-check'
import { expect, test } from 'vitest'
import { condensedMatrix, pairIndex, valueAt } from '#app/themes/grouping/condensed-matrix.ts'
import { averageLinkage, cutAt } from '#app/themes/grouping/linkage.ts'

function matrixOf(size: number, values: Record<string, number>) {
  const matrix = condensedMatrix(size)
  for (const [pair, value] of Object.entries(values)) {
    const [a, b] = pair.split('-').map(Number) as [number, number]
    matrix.values[pairIndex(size, a, b)] = value
  }
  return matrix
}

const FREE = { together: [], apart: [] }

test('the height of a join is the mean over the pairs of lines of both sides', () => {
  const matrix = matrixOf(3, { '0-1': 0.75, '0-2': 0.5, '1-2': 0.25 })
  expect(averageLinkage(matrix, FREE)).toEqual([
    { a: 0, b: 1, height: 0.75 },
    { a: 0, b: 2, height: 0.375 },
  ])
})

test('a lower cut joins what a higher one has joined', () => {
  const merges = averageLinkage(matrixOf(3, { '0-1': 0.75, '0-2': 0.5, '1-2': 0.25 }), FREE)
  expect(cutAt(merges, 3, 0.8)).toEqual([0, 1, 2])
  expect(cutAt(merges, 3, 0.7)).toEqual([0, 0, 1])
  expect(cutAt(merges, 3, 0.3)).toEqual([0, 0, 0])
})

test('lines that a person put together stay so at any height, and those kept apart never meet through a third', () => {
  const matrix = matrixOf(4, { '0-1': 0.9, '0-2': 0.9, '1-2': 0.9, '2-3': -0.5 })
  const merges = averageLinkage(matrix, { together: [[2, 3]], apart: [[0, 1]] })
  const groups = cutAt(merges, 4, -1)
  expect(groups[2]).toBe(groups[3])
  expect(groups[0]).not.toBe(groups[1])
})

/** The definition, without any art: look at all pairs of clusters, join the nearest, again and again. */
function byDefinition(
  size: number,
  similarity: (a: number, b: number) => number,
  height: number,
): number[][] {
  let clusters = Array.from({ length: size }, (_, line) => [line])
  const mean = (a: number[], b: number[]) =>
    a.reduce((sum, x) => sum + b.reduce((part, y) => part + similarity(x, y), 0), 0) / (a.length * b.length)
  for (;;) {
    let best = { value: Number.NEGATIVE_INFINITY, a: -1, b: -1 }
    clusters.forEach((one, a) => {
      clusters.forEach((other, b) => {
        if (a < b && mean(one, other) > best.value) best = { value: mean(one, other), a, b }
      })
    })
    if (best.value < height) return clusters
    const joined = [...clusters[best.a]!, ...clusters[best.b]!].sort((x, y) => x - y)
    clusters = clusters.filter((_, at) => at !== best.a && at !== best.b).concat([joined])
  }
}

test('chains of neighbours find the partitions of the definition', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 12 }).chain((size) =>
        fc.record({
          size: fc.constant(size),
          // Roots, so that no two means are equal and there is no tie to break.
          order: fc.shuffledSubarray(
            Array.from({ length: 66 }, (_, at) => Math.sqrt(at + 2) % 1),
            { minLength: (size * (size - 1)) / 2, maxLength: (size * (size - 1)) / 2 },
          ),
        }),
      ),
      fc.double({ min: 0.05, max: 0.95, noNaN: true }),
      ({ size, order }, height) => {
        const matrix = { size, values: Float32Array.from(order) }
        const groups = cutAt(averageLinkage(matrix, FREE), size, height)
        const found = new Map<number, number[]>()
        for (const [line, group] of groups.entries()) found.set(group, [...(found.get(group) ?? []), line])
        const expected = byDefinition(size, (a, b) => valueAt(matrix, a, b), height)
        expect([...found.values()].map(String).sort()).toEqual(expected.map(String).sort())
      },
    ),
    { numRuns: 100 },
  )
})
