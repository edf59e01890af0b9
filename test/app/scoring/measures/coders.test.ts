import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { brennanPrediger } from '#app/scoring/measures/coders/brennan-prediger.ts'
import { categoryWeight, type Weighting } from '#app/scoring/measures/coders/category-weights.ts'
import type { ChanceCorrected } from '#app/scoring/measures/coders/chance-corrected.ts'
import { fleissKappa, fleissTest } from '#app/scoring/measures/coders/fleiss-kappa.ts'
import { gwet } from '#app/scoring/measures/coders/gwet.ts'
import { intraclassCorrelation } from '#app/scoring/measures/coders/intraclass-correlation.ts'
import { kendallTest } from '#app/scoring/measures/coders/kendall-test.ts'
import { krippendorffAlpha, type Level } from '#app/scoring/measures/coders/krippendorff-alpha.ts'
import { krippendorffAlphaOfSets } from '#app/scoring/measures/coders/krippendorff-alpha-of-sets.ts'
import { percentAgreement } from '#app/scoring/measures/coders/pairwise-credit.ts'
import { setDistance } from '#app/scoring/measures/coders/set-distance.ts'
import { pairwiseAgreement } from '#app/scoring/pairwise-agreement.ts'
import { reversed, someMatrix, someRatings } from './arbitrary-answers.ts'

type Matrix = readonly (readonly (number | null)[])[]
const LEVELS: readonly Level[] = ['nominal', 'ordinal', 'interval', 'ratio']
const WEIGHTINGS: readonly Weighting[] = ['unweighted', 'linear', 'quadratic', 'ordinal']

const coefficients: Record<string, (ratings: Matrix, weighting: Weighting) => ChanceCorrected> = {
  'Brennan and Prediger': (ratings, weighting) => brennanPrediger(ratings, 5, weighting),
  'Gwet AC': (ratings, weighting) => gwet(ratings, 5, weighting),
  'Fleiss kappa': (ratings, weighting) => fleissKappa(ratings, 5, weighting),
}

/** Leaves the first and last answers the same to a hair: sums are taken in another order. */
function expectClose(got: number | null, expected: number | null): void {
  if (got === null || expected === null) expect(got).toBe(expected)
  else expect(got).toBeCloseTo(expected, 9)
}

// Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability": four observers, twelve units, printed to three decimals.
const KRIPPENDORFF = Object.freeze([
  Object.freeze([1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null]),
  Object.freeze([1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, null]),
  Object.freeze([null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 3]),
  Object.freeze([1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null]),
])

describe("Krippendorff's alpha", () => {
  test.each([
    ['nominal', 0.743],
    ['ordinal', 0.815],
    ['interval', 0.849],
    ['ratio', 0.797],
  ] as const)('of the published example is, %s, %f', (level, value) => {
    expect(krippendorffAlpha(KRIPPENDORFF, level)).toBeCloseTo(value, 3)
  })

  test('is 1 when all say the same of every item, 0 on one item, and not defined where only one value occurs', () => {
    for (const level of LEVELS) {
      expect(
        krippendorffAlpha(
          [
            [1, 2],
            [1, 2],
          ],
          level,
        ),
      ).toBe(1)
      expectClose(krippendorffAlpha([[2], [3], [5], [2]], level), 0)
      expect(
        krippendorffAlpha(
          [
            [4, 4],
            [4, null],
          ],
          level,
        ),
      ).toBeNull()
    }
    expect(krippendorffAlpha([], 'nominal')).toBeNull()
  })

  test('of two coders who always differ on two values is -(n - 2) / n', () => {
    // Four units, eight codes: observed 1, expected 2 x 4 x 4 / (8 x 7) = 4/7, so 1 - 7/4.
    expect(
      krippendorffAlpha(
        [
          [1, 2, 1, 2],
          [2, 1, 2, 1],
        ],
        'nominal',
      ),
    ).toBeCloseTo(-0.75, 12)
  })

  test('minds the order of neither people nor items, and is never above 1', () => {
    fc.assert(
      fc.property(someMatrix(5, { missing: true }), fc.constantFrom(...LEVELS), (ratings, level) => {
        const alpha = krippendorffAlpha(ratings, level)
        expectClose(krippendorffAlpha(reversed(ratings), level), alpha)
        expectClose(
          krippendorffAlpha(
            ratings.map((row) => reversed(row)),
            level,
          ),
          alpha,
        )
        expect(alpha ?? 1).toBeLessThanOrEqual(1 + 1e-12)
      }),
    )
  })

  test('minds names only as far as its level does', () => {
    fc.assert(
      fc.property(someMatrix(5, { missing: true }), (ratings) => {
        const mapped = (name: (value: number) => number) =>
          ratings.map((row) => row.map((value) => (value === null ? null : name(value))))
        const shuffled = mapped((value) => [3, 1, 5, 2, 4][value - 1] as number)
        expectClose(krippendorffAlpha(shuffled, 'nominal'), krippendorffAlpha(ratings, 'nominal'))
        expectClose(
          krippendorffAlpha(
            mapped((v) => v ** 3),
            'ordinal',
          ),
          krippendorffAlpha(ratings, 'ordinal'),
        )
        expectClose(
          krippendorffAlpha(
            mapped((v) => 7 - 2 * v),
            'interval',
          ),
          krippendorffAlpha(ratings, 'interval'),
        )
        expectClose(
          krippendorffAlpha(
            mapped((v) => 10 * v),
            'ratio',
          ),
          krippendorffAlpha(ratings, 'ratio'),
        )
      }),
    )
  })
})

describe('alpha of sets of themes', () => {
  const CODED = Object.freeze([
    [['cash'], ['cash']],
    [
      ['cash', 'price'],
      ['price', 'cash'],
    ],
    [['price'], ['cash', 'price']],
  ])

  test('does not mind the order of themes, and drops texts with one coding', () => {
    const alpha = krippendorffAlphaOfSets(CODED, 'masi')
    const turned = CODED.map((unit) => unit.map((themes) => [...themes].reverse()))
    expectClose(krippendorffAlphaOfSets(turned, 'masi'), alpha)
    expectClose(krippendorffAlphaOfSets([...CODED, [['new'], null]], 'masi'), alpha)
  })

  test('is worked by hand: three texts, one of them coded apart', () => {
    // Codings a a | ab ab | b ab. Jaccard a-ab 1/2, a-b 1, b-ab 1/2; found 2 x 1/2 / 6 = 1/6.
    // Expected over 30 ordered pairs: a-ab 2 x 3 x 1/2, a-b 2 x 1, ab-b 3 x 1/2, twice: 2 x 6.5 / 30.
    expect(krippendorffAlphaOfSets(CODED, 'jaccard')).toBeCloseTo(1 - 1 / 6 / (13 / 30), 12)
  })

  test('with one theme a text is the nominal alpha', () => {
    fc.assert(
      fc.property(someMatrix(4, { missing: true }), (ratings) => {
        const units = (ratings[0] ?? []).map((_, item) =>
          ratings.map((row) => {
            const value = row[item] ?? null
            return value === null ? null : [`theme ${value}`]
          }),
        )
        const nominal = krippendorffAlpha(ratings, 'nominal')
        expectClose(krippendorffAlphaOfSets(units, 'jaccard'), nominal)
        expectClose(krippendorffAlphaOfSets(units, 'masi'), nominal)
      }),
    )
  })

  test('is not defined where all codings are the same', () => {
    expect(krippendorffAlphaOfSets([[['a'], ['a']]], 'masi')).toBeNull()
  })

  test('takes two empty sets for the same and an empty one for far from any other', () => {
    expect(setDistance('masi', [], [])).toBe(0)
    expect(setDistance('jaccard', [], ['a'])).toBe(1)
    expect(setDistance('masi', ['a', 'b'], ['b', 'c'])).toBeCloseTo(1 - 0.33 / 3, 12)
  })
})

describe.each(Object.entries(coefficients))('%s', (_, coefficient) => {
  test('minds the order of neither people nor items, and is at most 1', () => {
    fc.assert(
      fc.property(someMatrix(5, { missing: true }), fc.constantFrom(...WEIGHTINGS), (ratings, weighting) => {
        const { value, se } = coefficient(ratings, weighting)
        const turned = coefficient(
          reversed(ratings).map((row) => reversed(row)),
          weighting,
        )
        expectClose(turned.value, value)
        expectClose(turned.se, se)
        expect(value ?? 1).toBeLessThanOrEqual(1 + 1e-12)
      }),
    )
  })

  test('does not change when every item is asked twice', () => {
    fc.assert(
      fc.property(someMatrix(5, { missing: true }), (ratings) => {
        const twice = ratings.map((row) => [...row, ...row])
        expectClose(coefficient(twice, 'linear').value, coefficient(ratings, 'linear').value)
      }),
    )
  })

  test('unweighted, does not mind what the categories are called', () => {
    fc.assert(
      fc.property(someMatrix(5, { missing: true }), (ratings) => {
        const renamed = ratings.map((row) =>
          row.map((value) => (value === null ? null : ([3, 1, 5, 2, 4][value - 1] as number))),
        )
        expectClose(coefficient(renamed, 'unweighted').value, coefficient(ratings, 'unweighted').value)
      }),
    )
  })

  test('is not known without an item that two people rated', () => {
    expect(
      coefficient(
        [
          [4, null],
          [null, 2],
        ],
        'unweighted',
      ),
    ).toMatchObject({ value: null, pa: null, se: null })
  })

  test('has no error on one item', () => {
    expect(coefficient([[4], [2]], 'unweighted').se).toBeNull()
  })

  test('throws on a category that is not offered', () => {
    expect(() => coefficient([[6], [1]], 'unweighted')).toThrow(RangeError)
  })
})

describe('what chance is taken for', () => {
  // Two people, two items on two categories: they agree on the first, not on the second.
  const HALF = Object.freeze([Object.freeze([1, 1]), Object.freeze([1, 2])])

  test('is worked by hand for each coefficient', () => {
    expect(percentAgreement(HALF, 2)).toBe(0.5)
    expect(brennanPrediger(HALF, 2, 'unweighted')).toMatchObject({ pa: 0.5, pe: 0.5, value: 0 })
    // Shares 3/4 and 1/4: kappa expects 10/16, AC1 2 x 3/16.
    expect(fleissKappa(HALF, 2, 'unweighted')).toMatchObject({ pe: 0.625, value: expect.closeTo(-1 / 3, 12) })
    expect(gwet(HALF, 2, 'unweighted')).toMatchObject({ pe: 0.375, value: expect.closeTo(0.2, 12) })
  })

  test('leaves kappa undefined and the others at 1 where all agree on everything', () => {
    const same = [
      [4, 4],
      [4, 4],
    ]
    expect(fleissKappa(same, 5, 'unweighted')).toEqual({ value: null, pa: 1, pe: 1, se: null })
    expect(brennanPrediger(same, 5, 'unweighted').value).toBe(1)
    expect(gwet(same, 5, 'unweighted').value).toBe(1)
  })

  test('makes Brennan and Prediger with linear weights the S of the report, on one item', () => {
    fc.assert(
      fc.property(someRatings(5), (ratings) => {
        const { value } = brennanPrediger(
          ratings.map((rating) => [rating]),
          5,
          'linear',
        )
        const s = pairwiseAgreement(
          { kind: 'linear', points: 5 },
          ratings.map((rating) => rating - 1),
        )
        expect(s).toMatchObject({ value: expect.closeTo(value as number, 10) })
      }),
    )
  })

  test('weights fall from 1 for the same to 0 at the two ends', () => {
    for (const weighting of WEIGHTINGS) {
      expect(categoryWeight(weighting, 0, 5)).toBe(1)
      expect(categoryWeight(weighting, 4, 5)).toBe(0)
    }
    // Ordinal, two apart on five: 1 - 3/10.
    expect(categoryWeight('ordinal', 2, 5)).toBeCloseTo(0.7, 12)
  })
})

describe('the test of kappa', () => {
  test('of two people who always differ on two categories gives z = -root of the number of items', () => {
    expect(
      fleissTest(
        [
          [1, 2, 1, 2],
          [2, 1, 2, 1],
        ],
        2,
      ),
    ).toEqual({
      z: expect.closeTo(-2, 12),
      p: expect.closeTo(0.0455, 4),
    })
  })

  test('is not made with a gap, or where kappa is not defined', () => {
    expect(
      fleissTest(
        [
          [1, null],
          [1, 2],
        ],
        2,
      ),
    ).toBeNull()
    expect(
      fleissTest(
        [
          [1, 1],
          [1, 1],
        ],
        2,
      ),
    ).toBeNull()
  })
})

describe('intraclass correlation', () => {
  test('is worked by hand for two groups of two', () => {
    // Means 2 and 6, grand mean 4: between 16 (df 1), within 4 (df 2), so mean squares 16 and 2. p = 1 - t / root(2 + t^2), t^2 = 8.
    expect(intraclassCorrelation([1, 3, 5, 7], ['a', 'a', 'b', 'b'])).toEqual({
      icc1: expect.closeTo(14 / 18, 12),
      icc2: expect.closeTo(14 / 16, 12),
      eta2: expect.closeTo(0.8, 12),
      f: expect.closeTo(8, 12),
      p: expect.closeTo(1 - Math.sqrt(8 / 10), 12),
    })
  })

  test('is 1 where groups differ and members do not, and has no reliability where the means are level', () => {
    expect(intraclassCorrelation([2, 2, 4, 4], ['a', 'a', 'b', 'b'])).toEqual({
      icc1: 1,
      icc2: 1,
      eta2: 1,
      f: null,
      p: 0,
    })
    expect(intraclassCorrelation([1, 5, 2, 4], ['a', 'a', 'b', 'b'])).toMatchObject({
      icc1: -1,
      icc2: null,
      f: 0,
      p: 1,
    })
  })

  test('is not known for one group, for groups of one, or where nobody differs', () => {
    const nothing = { icc1: null, icc2: null, f: null, p: null }
    expect(intraclassCorrelation([1, 2], ['a', 'a'])).toMatchObject(nothing)
    expect(intraclassCorrelation([1, 2], ['a', 'b'])).toMatchObject(nothing)
    expect(intraclassCorrelation([3, 3, 3, 3], ['a', 'a', 'b', 'b'])).toEqual({ ...nothing, eta2: null })
    expect(intraclassCorrelation([], [])).toEqual({ ...nothing, eta2: null })
  })

  test('does not mind the order of people, the names of groups, or the zero and unit of the scale', () => {
    fc.assert(
      fc.property(someRatings(5, { fewest: 6 }), (ratings) => {
        const groups = ratings.map((_, person) => String(person % 3))
        const once = intraclassCorrelation(ratings, groups)
        const turned = intraclassCorrelation(
          reversed(ratings).map((rating) => 2 * rating + 1),
          reversed(groups).map((group) => `department ${group}`),
        )
        for (const key of ['icc1', 'icc2', 'eta2', 'p'] as const) expectClose(turned[key], once[key])
      }),
    )
  })

  test('leaves missing ratings out', () => {
    expect(intraclassCorrelation([1, 3, null, 5, 7], ['a', 'a', 'a', 'b', 'b'])).toEqual(
      intraclassCorrelation([1, 3, 5, 7], ['a', 'a', 'b', 'b']),
    )
  })
})

test("the test of Kendall's W: full agreement of two on five things has a chi-square of 8, p .092", () => {
  expect(kendallTest(1, 2, 5)).toEqual({ chiSquare: 8, df: 4, p: expect.closeTo(5 * Math.exp(-4), 12) })
  expect(() => kendallTest(1, 2, 1)).toThrow(RangeError)
})
