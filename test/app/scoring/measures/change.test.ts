import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pairedChange } from '#app/scoring/measures/change/paired-change.ts'
import { signTest } from '#app/scoring/measures/change/sign-test.ts'
import { signedRankTest } from '#app/scoring/measures/change/signed-rank-test.ts'

const someChanges = fc
  .array(fc.integer({ min: -3, max: 3 }), { maxLength: 9 })
  .map((changes) => Object.freeze(changes))

describe('the sign test', () => {
  test('of five against one is 2 x (1 + 6) / 64', () => {
    expect(signTest(5, 1)).toBe(14 / 64)
  })

  test('is 1 where nobody moved or the sides are even, and takes either side first', () => {
    expect(signTest(0, 0)).toBe(1)
    expect(signTest(6, 6)).toBe(1)
    fc.assert(
      fc.property(fc.nat(30), fc.nat(30), (a, b) => {
        expect(signTest(a, b)).toBe(signTest(b, a))
        expect(signTest(a, b)).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('takes whole numbers only', () => {
    expect(() => signTest(1.5, 2)).toThrow(RangeError)
    expect(() => signTest(-1, 2)).toThrow(RangeError)
  })
})

describe('the signed-rank test', () => {
  test('is the share of all ways to toss the signs that lie as far out', () => {
    fc.assert(
      fc.property(someChanges, (changes) => {
        const sizes = changes.filter((change) => change !== 0).map(Math.abs)
        const ways = 2 ** sizes.length
        const outcome = signedRankTest(changes)
        const middle = (sizes.length * (sizes.length + 1)) / 4
        const far = Math.abs(outcome.sum - middle)
        let asFar = 0
        for (let signs = 0; signs < ways; signs++) {
          const tossed = sizes.map((size, place) => (signs & (1 << place) ? size : -size))
          if (Math.abs(signedRankTest(tossed).sum - middle) >= far - 1e-9) asFar++
        }
        expect(outcome.p).toBeCloseTo(asFar / ways, 10)
      }),
      { numRuns: 30 },
    )
  })

  test('does not mind zeros, order or direction', () => {
    fc.assert(
      fc.property(someChanges, (changes) => {
        const { p } = signedRankTest(changes)
        expect(signedRankTest([0, ...changes].reverse()).p).toBeCloseTo(p, 12)
        expect(signedRankTest(changes.map((change) => -change)).p).toBeCloseTo(p, 12)
      }),
    )
  })
})

describe('change of the same people', () => {
  test('counts who moved and how far, and leaves out who answered once', () => {
    // Changes 1 1 0; both rises rank 1.5.
    expect(pairedChange(Object.freeze([2, 3, 2, 4, null]), Object.freeze([3, 4, 2, null, 1]))).toEqual({
      n: 3,
      meanChange: expect.closeTo(2 / 3, 12),
      medianChange: 1,
      signedRankSum: 3,
      pSignedRank: 0.5,
      up: 2,
      down: 0,
      pSign: 0.5,
    })
  })

  test('takes changes for equal that differ by rounding alone', () => {
    // 0.3 - 0.1 and 0.4 - 0.2 differ in the last digit; both are 0.2.
    expect(pairedChange([0.1, 0.2, 1], [0.3, 0.4, 0]).signedRankSum).toBe(3)
  })

  test('of nobody is not known', () => {
    expect(pairedChange([null], [2])).toMatchObject({
      n: 0,
      meanChange: null,
      medianChange: null,
      pSignedRank: 1,
    })
    expect(() => pairedChange([1], [1, 2])).toThrow(RangeError)
  })

  test('back again is the same change downwards, with the same p', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })), { minLength: 1 }),
        (pairs) => {
          const before = pairs.map(([first]) => first)
          const after = pairs.map(([, second]) => second)
          const there = pairedChange(before, after)
          const back = pairedChange(after, before)
          expect(back.meanChange).toBeCloseTo(-(there.meanChange as number), 10)
          expect([back.up, back.down]).toEqual([there.down, there.up])
          expect(back.pSignedRank).toBeCloseTo(there.pSignedRank, 10)
          expect(back.pSign).toBe(there.pSign)
        },
      ),
      { numRuns: 50 },
    )
  })
})
