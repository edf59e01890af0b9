import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { betaPosterior } from '#app/scoring/measures/shares/beta-posterior.ts'
import { proportionIntervals } from '#app/scoring/measures/shares/proportion-interval.ts'

const someShare = fc.integer({ min: 1, max: 40 }).chain((n) => fc.tuple(fc.nat(n), fc.constant(n)))
const RULES = ['wilson', 'clopperPearson', 'jeffreys'] as const

describe('limits of a share', () => {
  test('hold the share, lie in 0..1, and turn round with yes and no', () => {
    fc.assert(
      fc.property(someShare, ([x, n]) => {
        const yes = proportionIntervals(x, n)
        const no = proportionIntervals(n - x, n)
        for (const rule of RULES) {
          const [low, high] = yes?.[rule] ?? [Number.NaN, Number.NaN]
          expect(low).toBeGreaterThanOrEqual(0)
          expect(high).toBeLessThanOrEqual(1)
          expect(no?.[rule]).toEqual([expect.closeTo(1 - high, 9), expect.closeTo(1 - low, 9)])
          if (rule !== 'jeffreys') expect(low <= x / n + 1e-12 && high >= x / n - 1e-12).toBe(true)
        }
      }),
    )
  })

  test('by Clopper and Pearson hold those of Jeffreys', () => {
    fc.assert(
      fc.property(someShare, ([x, n]) => {
        const { clopperPearson, jeffreys } = proportionIntervals(x, n) as NonNullable<
          ReturnType<typeof proportionIntervals>
        >
        expect(clopperPearson[0]).toBeLessThanOrEqual(jeffreys[0] + 1e-12)
        expect(clopperPearson[1]).toBeGreaterThanOrEqual(jeffreys[1] - 1e-12)
      }),
    )
  })

  test('by Clopper and Pearson of 0 of n end at 1 less the n-th root of .025', () => {
    expect(proportionIntervals(0, 9)?.clopperPearson[1]).toBeCloseTo(1 - 0.025 ** (1 / 9), 12)
  })

  test('by Wilson of 0 of n end at z squared over n + z squared', () => {
    const z2 = 1.959963984540054 ** 2
    expect(proportionIntervals(0, 9)?.wilson).toEqual([0, expect.closeTo(z2 / (9 + z2), 12)])
  })

  test('with nobody asked are not known, and a count above n is a fault', () => {
    expect(proportionIntervals(0, 0)).toBeNull()
    expect(() => proportionIntervals(4, 3)).toThrow(RangeError)
  })
})

describe('what is known of a share', () => {
  test('after one yes of one, from nothing, is a mean of 2/3 and 3 to 1 for more than half', () => {
    expect(betaPosterior(1, 1, { a: 1, b: 1 })).toEqual({
      aboveHalf: expect.closeTo(0.75, 12),
      mean: expect.closeTo(2 / 3, 12),
      low: expect.closeTo(Math.sqrt(0.025), 12),
      high: expect.closeTo(Math.sqrt(0.975), 12),
    })
  })

  test('with nobody asked is what was believed', () => {
    expect(betaPosterior(0, 0, { a: 2, b: 2 })).toMatchObject({
      mean: 0.5,
      aboveHalf: expect.closeTo(0.5, 12),
    })
  })

  test('grows with the count, and lies between its limits', () => {
    fc.assert(
      fc.property(someShare, ([x, n]) => {
        const { mean, low, high } = betaPosterior(x, n, { a: 2, b: 3 })
        expect(low).toBeLessThan(mean)
        expect(high).toBeGreaterThan(mean)
        if (x < n) expect(betaPosterior(x + 1, n, { a: 2, b: 3 }).low).toBeGreaterThan(low)
      }),
    )
  })
})
