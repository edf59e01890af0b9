import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exactChance } from '#app/scoring/exact-chance.ts'
import { isMeasured } from '#app/scoring/measure.ts'
import {
  type AnswerKind,
  agreementDistribution,
} from '#app/scoring/measures/chance/agreement-distribution.ts'
import { jackknifeError } from '#app/scoring/measures/chance/jackknife.ts'
import { smoothedInterval } from '#app/scoring/measures/chance/smoothed-interval.ts'
import { uniformNull } from '#app/scoring/measures/chance/uniform-null.ts'
import { mean, reversed, someRatings } from './arbitrary-answers.ts'

const kinds = fc.constantFrom<AnswerKind>('linear', 'nominal')

describe('agreements that chance can bring about', () => {
  test('of two people over two options: both the same half of the time', () => {
    expect(agreementDistribution('linear', [0.5, 0.5], 2)).toEqual([
      { value: -1, probability: expect.closeTo(0.5, 12) },
      { value: 1, probability: expect.closeTo(0.5, 12) },
    ])
  })

  test('have probabilities that add up to 1, and a mean that 1 - D / D0 gives for one pair', () => {
    const shares = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 6 })
    fc.assert(
      fc.property(kinds, shares, fc.integer({ min: 2, max: 12 }), (kind, weights, n) => {
        const total = weights.reduce((sum, weight) => sum + weight, 0)
        const p = weights.map((weight) => weight / total)
        const chances = agreementDistribution(kind, p, n)
        expect(chances.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 10)
        const expected = (one: typeof chances) =>
          one.reduce((sum, { value, probability }) => sum + value * probability, 0)
        expect(expected(chances)).toBeCloseTo(expected(agreementDistribution(kind, p, 2)), 9)
      }),
    )
  })

  test('from even shares are those that the report draws its chance line from', () => {
    fc.assert(
      fc.property(
        kinds,
        fc.integer({ min: 2, max: 6 }),
        fc.integer({ min: 2, max: 10 }),
        (kind, options, n) => {
          const even = new Array<number>(options).fill(1 / options)
          const own = agreementDistribution(kind, even, n)
          const comparison =
            kind === 'linear'
              ? ({ kind: 'linear', points: options } as const)
              : ({ kind: 'match', options, real: options } as const)
          const report = [...(exactChance(comparison, n) ?? [])].reverse()
          expect(own.length).toBe(report.length)
          own.forEach(({ value, probability }, index) => {
            expect(value).toBeCloseTo(report[index]?.value as number, 9)
            expect(probability).toBeCloseTo(report[index]?.probability as number, 9)
          })
        },
      ),
    )
  })

  test('need two people and two options', () => {
    expect(() => agreementDistribution('linear', [1], 4)).toThrow(RangeError)
    expect(() => agreementDistribution('linear', [0.5, 0.5], 1)).toThrow(RangeError)
  })
})

describe('agreement against chance', () => {
  test('of people who all say the same has the chance that the others say what the first did', () => {
    expect(uniformNull([3, 3, 3, 3], 5, 'linear')).toMatchObject({
      agreement: 1,
      p: expect.closeTo(5 ** -3, 12),
    })
    expect(uniformNull([2, 2, 2], 4, 'nominal')).toMatchObject({
      agreement: 1,
      p: expect.closeTo(4 ** -2, 12),
    })
  })

  test('minds neither order nor missing answers, and has a p in 0..1', () => {
    fc.assert(
      fc.property(someRatings(5, { most: 8 }), kinds, (answers, kind) => {
        const once = uniformNull(answers, 5, kind)
        if (!isMeasured(once)) throw new Error('there are two answers')
        expect(uniformNull([...reversed(answers), null], 5, kind)).toMatchObject({
          p: expect.closeTo(once.p as number, 10),
        })
        expect(once.p).toBeGreaterThan(0)
        expect(once.p).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('of one answer is not known, and of a crowd too large to count out has no p', () => {
    expect(uniformNull([3, null], 5, 'linear')).toEqual({ kind: 'too-few', n: 1, needed: 2 })
    const crowd = Array.from({ length: 300 }, (_, person) => 1 + (person % 5))
    expect(uniformNull(crowd, 5, 'linear')).toMatchObject({ n: 300, p: null })
  })
})

describe('the smoothed interval', () => {
  test('holds the agreement, and has some width even when all say the same', () => {
    fc.assert(
      fc.property(someRatings(5, { most: 8 }), kinds, (answers, kind) => {
        const interval = smoothedInterval(answers, 5, kind)
        if (!isMeasured(interval)) throw new Error('there are two answers')
        expect(interval.low).toBeLessThanOrEqual(interval.agreement)
        expect(interval.high).toBeGreaterThanOrEqual(interval.agreement)
      }),
    )
    const same = smoothedInterval([3, 3, 3, 3], 5, 'linear')
    expect(isMeasured(same) && same.low).toBeLessThan(1)
  })

  test('is wider at a higher level', () => {
    const width = (confidence: number) => {
      const interval = smoothedInterval([1, 2, 4, 5, 3, 3], 5, 'linear', { confidence, imaginary: 1 })
      return isMeasured(interval) ? interval.high - interval.low : Number.NaN
    }
    expect(width(0.95)).toBeGreaterThan(width(0.5))
  })

  test('of five who say yes: their shares become 11/12 and 1/12', () => {
    // P(all the same) = .65, P(four) = .29, P(three) = .05: the 2.5 % point is three to two, S = 1 - 0.6 / 0.5.
    expect(smoothedInterval([1, 1, 1, 1, 1], 2, 'nominal')).toEqual({
      kind: 'measured',
      n: 5,
      agreement: 1,
      low: expect.closeTo(-0.2, 12),
      high: 1,
    })
  })

  test('of one answer is not known', () => {
    expect(smoothedInterval([3], 5, 'linear')).toEqual({ kind: 'too-few', n: 1, needed: 2 })
  })
})

describe('the jackknife', () => {
  test('of a mean is the standard deviation over the root of n', () => {
    fc.assert(
      fc.property(someRatings(5), (ratings) => {
        const n = ratings.length
        const squares = ratings.reduce((sum, rating) => sum + (rating - mean(ratings)) ** 2, 0)
        expect(jackknifeError(ratings, mean)).toBeCloseTo(Math.sqrt(squares / (n - 1) / n), 10)
      }),
    )
  })

  test('is not known of fewer than two people, or where the figure is not', () => {
    expect(jackknifeError([3], mean)).toBeNull()
    expect(jackknifeError([3, 4], () => null)).toBeNull()
  })
})
