import { describe, expect, test } from 'vitest'
import { dimensionIndex, type IndexItem } from '#app/scoring/measures/dimension-index.ts'

const rating = (senior: (number | null)[], department: (number | null)[]): IndexItem =>
  Object.freeze({ comparison: { kind: 'linear', points: 5 } as const, senior, department })

describe('the index of a construct', () => {
  test('is the mean of its items, and takes off what the levels do not share', () => {
    // Seniors all 5, departments all 1: S 1 and 1 within, 1 - 1/.4 across.
    const apart = rating([4, 4], [0, 0])
    const alike = rating([2, 2], [2, 2])
    expect(dimensionIndex(Object.freeze([apart, alike])).mean).toEqual({
      senior: 1,
      department: 1,
      across: expect.closeTo((-1.5 + 1) / 2, 12),
      gap: expect.closeTo((2.5 + 0) / 2, 12),
    })
  })

  test('leaves an item out of the mean that it has no pair for', () => {
    const { items, mean } = dimensionIndex([rating([3, 3], [1, 1]), rating([0, 4], [2, null])])
    expect(items[1]).toEqual({
      senior: expect.closeTo(-1.5, 12),
      department: null,
      across: expect.closeTo(-0.25, 12),
      gap: null,
    })
    expect(mean.department).toBe(1)
    expect(mean.senior).toBeCloseTo(-0.25, 12)
    expect(mean.gap).toBe(items[0]?.gap)
  })

  test('of nothing is not known', () => {
    expect(dimensionIndex([])).toEqual({
      items: [],
      mean: { senior: null, department: null, across: null, gap: null },
    })
  })
})
