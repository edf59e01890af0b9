import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isMeasured, type Measure } from '#app/scoring/measure.ts'
import { brennanPrediger } from '#app/scoring/measures/coders/brennan-prediger.ts'
import { aWg, aWgOfItems } from '#app/scoring/measures/rating/a-wg.ts'
import { averageDeviation, averageDeviationOfItems } from '#app/scoring/measures/rating/average-deviation.ts'
import { meanPairwiseDistance } from '#app/scoring/measures/rating/mean-pairwise-distance.ts'
import {
  SLIGHT_SKEW_VARIANCE,
  uniformVariance,
  widestVariance,
} from '#app/scoring/measures/rating/null-variance.ts'
import { standardDeviation } from '#app/scoring/measures/rating/standard-deviation.ts'
import {
  untruncatedAgreement,
  withinGroupAgreement,
} from '#app/scoring/measures/rating/within-group-agreement.ts'
import {
  agreementOfItems,
  untruncatedAgreementOfItems,
} from '#app/scoring/measures/rating/within-group-agreement-of-items.ts'
import { reversed, someMatrix, someRatings } from './arbitrary-answers.ts'

const SCALE = Object.freeze({ low: 1, high: 5 })
type Ratings = readonly (number | null)[]

/** Every measure of one item on five points, with the range that it keeps to. */
const OF_ONE_ITEM: Record<string, { measure: (ratings: Ratings) => Measure; low: number; high: number }> = {
  r_wg: { measure: (ratings) => withinGroupAgreement(ratings, 2), low: 0, high: 1 },
  'r*_wg': { measure: (ratings) => untruncatedAgreement(ratings, 2), low: -3, high: 1 },
  a_wg: { measure: (ratings) => aWg(ratings, SCALE), low: -1, high: 1 },
  AD_M: { measure: (ratings) => averageDeviation(ratings, 'mean'), low: 0, high: 2 },
  AD_Md: { measure: (ratings) => averageDeviation(ratings, 'median'), low: 0, high: 2 },
  SD: { measure: standardDeviation, low: 0, high: 2 * Math.SQRT2 },
  'mean pairwise distance': { measure: meanPairwiseDistance, low: 0, high: 4 },
}

function expectSame(got: Measure, expected: Measure): void {
  if (isMeasured(got) && isMeasured(expected)) expect(got.value).toBeCloseTo(expected.value, 10)
  else expect(got).toEqual(expected)
}

function valueOfMeasured(measure: Measure): number {
  if (!isMeasured(measure)) throw new Error('the measure is not defined')
  return measure.value
}

describe.each(Object.entries(OF_ONE_ITEM))('%s of one item', (_, { measure, low, high }) => {
  test('keeps to its range, and minds neither the order of the people nor which end of the scale comes first', () => {
    fc.assert(
      fc.property(someRatings(5), (ratings) => {
        const got = measure(ratings)
        if (isMeasured(got)) {
          expect(got.value).toBeGreaterThanOrEqual(low - 1e-12)
          expect(got.value).toBeLessThanOrEqual(high + 1e-12)
        }
        expectSame(measure(reversed(ratings)), got)
        expectSame(measure(ratings.map((rating) => 6 - rating)), got)
      }),
    )
  })

  test('leaves missing ratings out', () => {
    fc.assert(
      fc.property(someRatings(5), (ratings) => {
        expect(measure(Object.freeze([null, ...ratings, null]))).toEqual(measure(ratings))
      }),
    )
  })

  test('of one rating, or none, is not known', () => {
    expect(measure(Object.freeze([4, null]))).toEqual({ kind: 'too-few', n: 1, needed: 2 })
    expect(measure([])).toEqual({ kind: 'too-few', n: 0, needed: 2 })
  })
})

describe('agreement within a group', () => {
  test('is 1 when all rate the same, and cut off at 0 when they are split', () => {
    expect(withinGroupAgreement([4, 4, 4], 2)).toEqual({ kind: 'measured', value: 1, n: 3 })
    expect(withinGroupAgreement([1, 5, 1, 5], 2)).toMatchObject({ value: 0 })
  })

  test('of five 4s and three 5s has a variance of 15/56, so 1 - 15/112', () => {
    expect(valueOfMeasured(withinGroupAgreement([4, 4, 4, 4, 4, 5, 5, 5], 2))).toBeCloseTo(1 - 15 / 112, 12)
  })

  test('without the cut is the coefficient of Brennan and Prediger with quadratic weights', () => {
    fc.assert(
      fc.property(someRatings(5), (ratings) => {
        const column = ratings.map((rating) => [rating])
        const { value } = brennanPrediger(column, 5, 'quadratic')
        expect(valueOfMeasured(untruncatedAgreement(ratings, 2))).toBeCloseTo(value as number, 10)
      }),
    )
  })

  test('by the usual nulls: 2 and 4 on five points, 1.34 for lenient raters', () => {
    expect([uniformVariance(5), widestVariance(5), SLIGHT_SKEW_VARIANCE[5]]).toEqual([2, 4, 1.34])
    // The shares behind 1.34: .05 .15 .20 .35 .25, mean 3.6.
    const shares = [0.05, 0.15, 0.2, 0.35, 0.25]
    expect(shares.reduce((sum, share, index) => sum + share * (index + 1 - 3.6) ** 2, 0)).toBeCloseTo(
      1.34,
      12,
    )
  })

  test('needs a null variance', () => {
    expect(() => withinGroupAgreement([4, 4], 0)).toThrow(RangeError)
    expect(() => untruncatedAgreementOfItems([[4], [4]], Number.NaN)).toThrow(RangeError)
  })

  test('never falls when everybody answers twice: the same people, more of them', () => {
    fc.assert(
      fc.property(someRatings(5), (ratings) => {
        const once = valueOfMeasured(untruncatedAgreement(ratings, 2))
        const twice = valueOfMeasured(untruncatedAgreement([...ratings, ...ratings], 2))
        expect(twice).toBeGreaterThanOrEqual(once - 1e-12)
      }),
    )
  })
})

describe('a_wg', () => {
  test('of 2 and 4 is one half: variance 2 of the widest 8 that a mean of 3 allows, twice', () => {
    expect(aWg([2, 4], SCALE)).toEqual({ kind: 'measured', value: 0.5, n: 2 })
  })

  test('is not defined where the mean lies too near an end, and says how many people it would take', () => {
    expect(aWg([5, 5, 4], SCALE)).toEqual({ kind: 'too-few', n: 3, needed: 12 })
    const four = [5, 5, 4]
    expect(aWg([...four, ...four, ...four, ...four], SCALE)).toMatchObject({ kind: 'measured', n: 12 })
    expect(aWg([...four, ...four, ...four], SCALE)).toMatchObject({ kind: 'too-few', n: 9 })
  })

  test('throws on a rating off the scale', () => {
    expect(() => aWg([0, 4], SCALE)).toThrow(RangeError)
  })
})

describe('average deviation', () => {
  test('of three 4s and a 1 is 3/4 from the middle one, 9/8 from the mean', () => {
    expect(valueOfMeasured(averageDeviation([4, 4, 4, 1], 'median'))).toBe(0.75)
    expect(valueOfMeasured(averageDeviation([4, 4, 4, 1], 'mean'))).toBe(1.125)
  })

  test('does not change when everybody answers twice', () => {
    fc.assert(
      fc.property(someRatings(7), fc.constantFrom('mean' as const, 'median' as const), (ratings, centre) => {
        expectSame(
          { ...averageDeviation([...ratings, ...ratings], centre), n: ratings.length } as Measure,
          averageDeviation(ratings, centre),
        )
      }),
    )
  })

  test('is smallest about the median', () => {
    fc.assert(
      fc.property(someRatings(7), (ratings) => {
        const fromMean = valueOfMeasured(averageDeviation(ratings, 'mean'))
        expect(valueOfMeasured(averageDeviation(ratings, 'median'))).toBeLessThanOrEqual(fromMean + 1e-12)
      }),
    )
  })
})

test('the mean distance of pairs is the mean over the pairs', () => {
  fc.assert(
    fc.property(someRatings(7), (ratings) => {
      const distances = ratings.flatMap((a, i) => ratings.slice(i + 1).map((b) => Math.abs(a - b)))
      const mean = distances.reduce((sum, distance) => sum + distance, 0) / distances.length
      expect(valueOfMeasured(meanPairwiseDistance(ratings))).toBeCloseTo(mean, 12)
    }),
  )
})

describe('several items', () => {
  const measures: Record<string, (matrix: readonly Ratings[]) => Measure> = {
    'r_wg(j)': (matrix) => agreementOfItems(matrix, 2),
    'r*_wg(j)': (matrix) => untruncatedAgreementOfItems(matrix, 2),
    'a_wg(j)': (matrix) => aWgOfItems(matrix, SCALE),
    'AD_M(j)': (matrix) => averageDeviationOfItems(matrix, 'mean'),
    'AD_Md(j)': (matrix) => averageDeviationOfItems(matrix, 'median'),
  }

  test.each(Object.entries(measures))('%s leaves people with a gap out, and minds no order', (_, measure) => {
    fc.assert(
      fc.property(someMatrix(5, { missing: true }), (matrix) => {
        const complete = matrix.filter((row) => !row.includes(null))
        expect(measure(matrix)).toEqual(measure(complete))
        expectSame(measure(reversed(matrix)), measure(matrix))
        expectSame(measure(matrix.map((row) => reversed(row))), measure(matrix))
      }),
    )
  })

  test.each(Object.entries(measures))('%s needs two people who rated everything', (_, measure) => {
    expect(
      measure([
        [4, 4],
        [4, null],
      ]),
    ).toEqual({ kind: 'too-few', n: 1, needed: 2 })
  })

  test.each(['r*_wg(j)', 'AD_M(j)', 'AD_Md(j)'] as const)('%s of one item is that of the item', (name) => {
    const single = { 'r*_wg(j)': 'r*_wg', 'AD_M(j)': 'AD_M', 'AD_Md(j)': 'AD_Md' }[name]
    fc.assert(
      fc.property(someRatings(5), (ratings) => {
        const matrix = ratings.map((rating) => [rating])
        expectSame(measures[name]?.(matrix) as Measure, OF_ONE_ITEM[single]?.measure(ratings) as Measure)
      }),
    )
  })

  test('r_wg(j) rises with the number of items at the same disagreement, and r*_wg(j) does not', () => {
    const one = [[4], [5], [4]]
    const three = one.map(([rating]) => [rating, rating, rating] as number[])
    // Mean variance 1/3, so r = 5/6; three items: 3r / (3r + 1 - r) = 15/16.
    expect(valueOfMeasured(agreementOfItems(one, 2))).toBeCloseTo(5 / 6, 12)
    expect(valueOfMeasured(agreementOfItems(three, 2))).toBeCloseTo(15 / 16, 12)
    expect(valueOfMeasured(untruncatedAgreementOfItems(three, 2))).toBeCloseTo(5 / 6, 12)
  })

  test('a_wg(j) leaves out items whose own a_wg is not defined', () => {
    expect(
      aWgOfItems(
        [
          [5, 2],
          [5, 4],
          [4, 3],
        ],
        SCALE,
      ),
    ).toMatchObject({
      value: valueOfMeasured(aWg([2, 4, 3], SCALE)),
    })
    expect(aWgOfItems([[5], [5], [4]], SCALE)).toEqual({ kind: 'too-few', n: 3, needed: 12 })
  })
})
