import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isMeasured, type Measure } from '#app/scoring/measure.ts'
import { berryMielkeDispersion } from '#app/scoring/measures/counts/berry-mielke-dispersion.ts'
import { blairLacyConcentration } from '#app/scoring/measures/counts/blair-lacy-concentration.ts'
import { consensus } from '#app/scoring/measures/counts/consensus.ts'
import { leikDispersion } from '#app/scoring/measures/counts/leik-dispersion.ts'
import { nominalVariation } from '#app/scoring/measures/counts/nominal-variation.ts'
import { averageDeviation } from '#app/scoring/measures/rating/average-deviation.ts'
import { meanPairwiseDistance } from '#app/scoring/measures/rating/mean-pairwise-distance.ts'
import { reversed, someCounts } from './arbitrary-answers.ts'

const ONE_POINT = Object.freeze([0, 0, 6, 0, 0])
const TWO_CAMPS = Object.freeze([4, 0, 0, 0, 4])
const FLAT = Object.freeze([1, 1, 1, 1, 1])

function squaredConcentration(counts: readonly number[]): Measure {
  const concentration = blairLacyConcentration(counts)
  return isMeasured(concentration)
    ? { kind: 'measured', value: concentration.squared, n: concentration.n }
    : concentration
}

const valueOfMeasured = (measure: Measure) => (isMeasured(measure) ? measure.value : Number.NaN)
const ratingsOf = (counts: readonly number[]) =>
  counts.flatMap((count, point) => new Array<number>(count).fill(point + 1))

/** Each with its value for all on one point, two camps and a flat spread over five points. */
const ORDERED: [string, (counts: readonly number[]) => Measure, number, number, number][] = [
  ["Leik's D", leikDispersion, 0, 1, 0.6],
  ["Blair and Lacy's l squared", squaredConcentration, 1, 0, 0.2],
  // Five people on five points: sum of distances 20, the widest that five can reach (25 - 1) x 4 / 4 = 24.
  ["Berry and Mielke's IOV", berryMielkeDispersion, 0, 1, 20 / 24],
  // 1 + (log2(1/2) x 2 + log2(3/4) x 2) / 5
  ["Tastle and Wierman's consensus", consensus, 1, 0, 1 + (2 * Math.log2(0.5) + 2 * Math.log2(0.75)) / 5],
]

describe.each(ORDERED)('%s', (_, measure, onePoint, twoCamps, flat) => {
  test('knows one point, two camps and a flat spread', () => {
    expect(valueOfMeasured(measure(ONE_POINT))).toBeCloseTo(onePoint, 12)
    expect(valueOfMeasured(measure(TWO_CAMPS))).toBeCloseTo(twoCamps, 12)
    expect(valueOfMeasured(measure(FLAT))).toBeCloseTo(flat, 12)
  })

  test('lies in 0..1 and minds not which end of the scale comes first', () => {
    fc.assert(
      fc.property(someCounts({ fewest: 2 }), (counts) => {
        const value = valueOfMeasured(measure(counts))
        expect(value).toBeGreaterThanOrEqual(-1e-12)
        expect(value).toBeLessThanOrEqual(1 + 1e-12)
        expect(valueOfMeasured(measure(reversed(counts)))).toBeCloseTo(value, 10)
      }),
    )
  })

  test('of nobody is not known; of a scale of one point it is a fault', () => {
    expect(measure([0, 0, 0])).toEqual({ kind: 'too-few', n: 0, needed: 1 })
    expect(() => measure([4])).toThrow(RangeError)
  })
})

test("Leik's D is the average deviation from the median on another scale", () => {
  fc.assert(
    fc.property(someCounts({ fewest: 2 }), (counts) => {
      const deviation = valueOfMeasured(averageDeviation(ratingsOf(counts), 'median'))
      expect(valueOfMeasured(leikDispersion(counts))).toBeCloseTo((2 * deviation) / 4, 10)
    }),
  )
})

test("Berry and Mielke's IOV is the mean distance of pairs over the widest", () => {
  fc.assert(
    fc.property(someCounts({ fewest: 2 }), (counts) => {
      const n = counts.reduce((sum, count) => sum + count, 0)
      const pairs = (n * (n - 1)) / 2
      const widest = (Math.floor(n / 2) * Math.ceil(n / 2) * 4) / pairs
      const distance = valueOfMeasured(meanPairwiseDistance(ratingsOf(counts)))
      expect(valueOfMeasured(berryMielkeDispersion(counts))).toBeCloseTo(distance / widest, 10)
    }),
  )
})

test('of one person the IOV is not known: one person cannot lie apart', () => {
  expect(berryMielkeDispersion([0, 1, 0])).toEqual({ kind: 'too-few', n: 1, needed: 2 })
})

test('concentration is given squared and as a distance', () => {
  expect(blairLacyConcentration(FLAT)).toMatchObject({ squared: 0.2, root: Math.sqrt(0.2) })
})

describe('variation over options without an order', () => {
  test('of one option is nothing, with no minus in front', () => {
    expect(nominalVariation([8, 0, 0])).toEqual({
      kind: 'measured',
      n: 8,
      modalShare: 1,
      shannon: 0,
      normalisedEntropy: 0,
      hill1: 1,
      simpson: 0,
      pairMatch: 1,
      iqv: 0,
      dm: 0,
    })
  })

  test('of three to one on two options is worked by hand', () => {
    // p = 3/4 and 1/4: simpson 1 - 10/16; of 6 pairs 3 match; dm = 1 - (3 - 1) / 4.
    expect(nominalVariation([3, 1])).toMatchObject({
      modalShare: 0.75,
      simpson: 0.375,
      iqv: 0.75,
      pairMatch: 0.5,
      dm: 0.5,
      shannon: expect.closeTo(-(0.75 * Math.log(0.75) + 0.25 * Math.log(0.25)), 12),
    })
  })

  test('does not mind what the options are called, and keeps to 0..1', () => {
    fc.assert(
      fc.property(someCounts(), (counts) => {
        const variation = nominalVariation(counts)
        const turned = nominalVariation(reversed(counts))
        if (!isMeasured(variation) || !isMeasured(turned)) throw new Error('somebody answered')
        for (const key of ['normalisedEntropy', 'simpson', 'iqv', 'dm', 'modalShare'] as const) {
          expect(turned[key]).toBeCloseTo(variation[key] as number, 10)
          expect(variation[key]).toBeGreaterThanOrEqual(-1e-12)
          expect(variation[key]).toBeLessThanOrEqual(1 + 1e-12)
        }
        expect(variation.hill1).toBeLessThanOrEqual(counts.length + 1e-9)
      }),
    )
  })

  test('but for the pairs, does not change when everybody answers twice', () => {
    fc.assert(
      fc.property(someCounts(), (counts) => {
        const once = nominalVariation(counts)
        const twice = nominalVariation(counts.map((count) => 2 * count))
        if (!isMeasured(once) || !isMeasured(twice)) throw new Error('somebody answered')
        for (const key of ['modalShare', 'shannon', 'hill1', 'simpson', 'iqv', 'dm'] as const) {
          expect(twice[key]).toBeCloseTo(once[key] as number, 10)
        }
      }),
    )
  })

  test('of one person has no pairs, and of one option no widest', () => {
    expect(nominalVariation([0, 1])).toMatchObject({ pairMatch: null, modalShare: 1 })
    expect(nominalVariation([4])).toMatchObject({ normalisedEntropy: null, iqv: null, dm: null })
    expect(nominalVariation([0, 0])).toEqual({ kind: 'too-few', n: 0, needed: 1 })
  })
})
