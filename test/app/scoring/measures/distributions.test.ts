import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { betaBelow, betaQuantile } from '#app/scoring/measures/distributions/beta.ts'
import { chiSquareAbove } from '#app/scoring/measures/distributions/chi-square.ts'
import { continuedFraction } from '#app/scoring/measures/distributions/continued-fraction.ts'
import { fRatioAbove } from '#app/scoring/measures/distributions/f-ratio.ts'
import { logGamma } from '#app/scoring/measures/distributions/log-gamma.ts'
import { midRanks } from '#app/scoring/measures/distributions/mid-ranks.ts'
import { normalAbove, normalQuantile } from '#app/scoring/measures/distributions/normal.ts'
import { studentBeyond, studentLimit } from '#app/scoring/measures/distributions/student-t.ts'
import { shareAboveHalf } from '#app/scoring/share-above-half.ts'

const share = fc.double({ min: 0.001, max: 0.999, noNaN: true })
// The smallest that the project uses is the one half of Jeffreys.
const shape = fc.double({ min: 0.5, max: 60, noNaN: true })
const df = fc.integer({ min: 1, max: 200 })

describe('the gamma function', () => {
  test('is the root of pi at one half and 9! at 10', () => {
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 13)
    expect(logGamma(10)).toBeCloseTo(Math.log(362_880), 13)
    expect(() => logGamma(0)).toThrow(RangeError)
  })

  test('grows by its argument from one to the next', () => {
    fc.assert(
      fc.property(shape, (x) => {
        expect(logGamma(x + 1)).toBeCloseTo(logGamma(x) + Math.log(x), 10)
      }),
    )
  })
})

describe('the beta distribution', () => {
  test('of whole a and b is a sum of binomials', () => {
    // I_x(2, 3) = P(two or more of four) with x = .3
    const expected = 6 * 0.3 ** 2 * 0.7 ** 2 + 4 * 0.3 ** 3 * 0.7 + 0.3 ** 4
    expect(betaBelow(0.3, 2, 3)).toBeCloseTo(expected, 13)
    expect([betaBelow(0, 2, 3), betaBelow(1, 2, 3)]).toEqual([0, 1])
  })

  test('turns round with its shapes, and its quantile leads back', () => {
    fc.assert(
      fc.property(share, shape, shape, (x, a, b) => {
        expect(betaBelow(x, a, b)).toBeCloseTo(1 - betaBelow(1 - x, b, a), 10)
        expect(betaBelow(betaQuantile(x, a, b), a, b)).toBeCloseTo(x, 8)
      }),
    )
  })

  test('agrees with the share above one half of the report', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.nat(30), (x, rest) => {
        expect(1 - betaBelow(0.5, x + 0.5, rest + 0.5)).toBeCloseTo(shareAboveHalf(x, x + rest), 12)
      }),
    )
  })
})

// Tables of Abramowitz & Stegun 1964: 26.1 (normal), 26.8 (chi-square), 26.9 (F), 26.10 (t).
describe('tail areas of the tables', () => {
  test('normal: 1.96 leaves 2.5 % above', () => {
    expect(normalAbove(1.959963984540054)).toBeCloseTo(0.025, 14)
    expect(normalAbove(-1)).toBeCloseTo(0.841344746068543, 14)
    expect(normalQuantile(0.995)).toBeCloseTo(2.575829303548901, 12)
    expect(() => normalQuantile(1)).toThrow(RangeError)
  })

  test('chi-square: 3.84 leaves 5 % above at 1 degree, 18.3 at 10', () => {
    expect(chiSquareAbove(3.841458820694124, 1)).toBeCloseTo(0.05, 13)
    expect(chiSquareAbove(18.307038053275146, 10)).toBeCloseTo(0.05, 13)
    expect(chiSquareAbove(0, 3)).toBe(1)
  })

  test('t: 2.228 leaves 5 % beyond at 10 degrees', () => {
    expect(studentLimit(0.05, 10)).toBeCloseTo(2.228138851986274, 11)
    // One degree is Cauchy's distribution.
    expect(studentBeyond(3, 1)).toBeCloseTo(1 - (2 / Math.PI) * Math.atan(3), 13)
  })

  test('F: 4.96 leaves 5 % above at 1 and 10 degrees', () => {
    expect(fRatioAbove(4.964602743730711, 1, 10)).toBeCloseTo(0.05, 12)
    expect(fRatioAbove(0, 3, 4)).toBe(1)
  })

  test('agree with each other: t squared is F, and two degrees of chi-square an exponential', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 20, noNaN: true }), df, (x, freedom) => {
        expect(fRatioAbove(x * x, 1, freedom)).toBeCloseTo(studentBeyond(x, freedom), 10)
        expect(chiSquareAbove(x, 2)).toBeCloseTo(Math.exp(-x / 2), 12)
        expect(normalAbove(x) + normalAbove(-x)).toBeCloseTo(1, 12)
      }),
    )
  })
})

test('a continued fraction that does not settle is a fault', () => {
  expect(() => continuedFraction(0, (k) => [k % 2 === 0 ? -1 : 1, k])).not.toThrow()
  expect(() => continuedFraction(1, () => [-1, 1])).toThrow(RangeError)
})

test('mid-ranks add up as ranks do, and equal values share theirs', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5)), (values) => {
      const ranks = midRanks(Object.freeze(values))
      const n = values.length
      expect(ranks.reduce((sum, rank) => sum + rank, 0)).toBe((n * (n + 1)) / 2)
      values.forEach((value, place) => {
        expect(ranks[place]).toBe(ranks[values.indexOf(value)])
      })
    }),
  )
})
