import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isMeasured } from '#app/scoring/measure.ts'
import { brunnerMunzel } from '#app/scoring/measures/groups/brunner-munzel.ts'
import { cliffsDelta } from '#app/scoring/measures/groups/cliffs-delta.ts'
import { energyStatistic } from '#app/scoring/measures/groups/energy-statistic.ts'
import { fisherExact } from '#app/scoring/measures/groups/fisher-exact.ts'
import { gapExcess } from '#app/scoring/measures/groups/gap-excess.ts'
import { hodgesLehmann } from '#app/scoring/measures/groups/hodges-lehmann.ts'
import { mannWhitney } from '#app/scoring/measures/groups/mann-whitney.ts'
import { mannWhitneyExact } from '#app/scoring/measures/groups/mann-whitney-exact.ts'
import { permutationGap } from '#app/scoring/measures/groups/permutation-gap.ts'
import { totalVariation } from '#app/scoring/measures/groups/total-variation.ts'
import { wassersteinDistance } from '#app/scoring/measures/groups/wasserstein-distance.ts'
import { meanPairwiseDistance } from '#app/scoring/measures/rating/mean-pairwise-distance.ts'
import { randomFrom } from '#app/scoring/random.ts'
import { mean, reversed, someCounts, someRatings } from './arbitrary-answers.ts'

const group = someRatings(5, { fewest: 2, most: 6 })
const apart = (a: number, b: number) => Math.abs(a - b)
const upsideDown = (ratings: readonly number[]) => ratings.map((rating) => 6 - rating)

/** All ways to choose `size` of the people, by their places. */
function choices(n: number, size: number, from = 0): number[][] {
  if (size === 0) return [[]]
  return Array.from({ length: Math.max(0, n - from - size + 1) }, (_, step) => from + step).flatMap((place) =>
    choices(n, size - 1, place + 1).map((rest) => [place, ...rest]),
  )
}

const signsOf = (x: readonly number[], y: readonly number[]) =>
  x.flatMap((a) => y.map((b) => Math.sign(a - b)))

test('without anybody in a group nothing is known of the two', () => {
  for (const measure of [cliffsDelta, mannWhitney, mannWhitneyExact, hodgesLehmann, brunnerMunzel]) {
    expect(measure([], [1, 2])).toBeNull()
    expect(measure([1, 2], [])).toBeNull()
  }
  expect(wassersteinDistance([], [1])).toBeNull()
  expect(energyStatistic([1], [])).toBeNull()
  expect(permutationGap([], [1], apart, randomFrom(1))).toBeNull()
})

describe("Cliff's delta", () => {
  test('is the share of pairs in which one is higher less the share in which the other is', () => {
    fc.assert(
      fc.property(group, group, (x, y) => {
        expect(cliffsDelta(x, y)?.delta).toBeCloseTo(mean(signsOf(x, y)), 12)
      }),
    )
  })

  test('turns its sign and limits round with the groups and with the scale, and lies between its limits', () => {
    fc.assert(
      fc.property(
        group,
        group,
        fc.constantFrom('unbiased' as const, 'consistent' as const),
        (x, y, variance) => {
          const { delta, low, high } = cliffsDelta(x, y, { variance }) as Record<
            'delta' | 'low' | 'high',
            number
          >
          expect(low).toBeLessThanOrEqual(delta + 1e-12)
          expect(high).toBeGreaterThanOrEqual(delta - 1e-12)
          expect(low).toBeGreaterThanOrEqual(-1 - 1e-12)
          expect(high).toBeLessThanOrEqual(1 + 1e-12)
          for (const turned of [
            cliffsDelta(y, x, { variance }),
            cliffsDelta(upsideDown(x), upsideDown(y), { variance }),
          ]) {
            expect(turned?.delta).toBeCloseTo(-delta, 10)
            expect(turned?.low).toBeCloseTo(-high, 10)
          }
        },
      ),
    )
  })

  test('minds the order of the points only, not how far they lie apart', () => {
    fc.assert(
      fc.property(group, group, (x, y) => {
        const stretched = (ratings: readonly number[]) => ratings.map((rating) => rating ** 3)
        expect(cliffsDelta(stretched(x), stretched(y))).toEqual(cliffsDelta(x, y))
      }),
    )
  })

  test('of groups that do not overlap keeps a lower limit below 1: variance (1/12) squared for 3 and 4 people', () => {
    expect(cliffsDelta([5, 5, 4], [1, 2, 2, 1])).toMatchObject({
      delta: 1,
      high: 1,
      variance: expect.closeTo(1 / 144, 12),
      low: expect.closeTo(0.4337, 4),
    })
  })

  test('has no limits where a group is one person', () => {
    expect(cliffsDelta([4], [1, 2])).toEqual({ delta: 1, low: null, high: null, variance: null })
  })
})

describe('Mann-Whitney', () => {
  test('counts the pairs in which the first is higher, ties for a half', () => {
    fc.assert(
      fc.property(group, group, (x, y) => {
        const u = signsOf(x, y).reduce((sum, sign) => sum + (sign + 1) / 2, 0)
        expect(mannWhitney(x, y)?.u).toBeCloseTo(u, 10)
        expect(mannWhitneyExact(x, y)?.u).toBeCloseTo(u, 10)
      }),
    )
  })

  test('exact: is the share of all ways to deal the labels that part the groups as far', () => {
    fc.assert(
      fc.property(group, group, (x, y) => {
        const all = [...x, ...y]
        const half = (x.length * y.length) / 2
        const uOf = (places: readonly number[]) => {
          const first = places.map((place) => all[place] as number)
          const rest = all.filter((_, place) => !places.includes(place))
          return signsOf(first, rest).reduce((sum, sign) => sum + (sign + 1) / 2, 0)
        }
        const far = Math.abs(uOf(x.map((_, place) => place)) - half)
        const ways = choices(all.length, x.length)
        const asFar = ways.filter((places) => Math.abs(uOf(places) - half) >= far - 1e-9).length
        expect(mannWhitneyExact(x, y)?.p).toBeCloseTo(asFar / ways.length, 9)
      }),
      { numRuns: 50 },
    )
  })

  test('has the same p with the groups the other way round', () => {
    fc.assert(
      fc.property(group, group, (x, y) => {
        expect(mannWhitneyExact(y, x)?.p).toBeCloseTo(mannWhitneyExact(x, y)?.p as number, 10)
        const { p } = mannWhitney(x, y) as { p: number | null }
        if (p === null) expect(mannWhitney(y, x)?.p).toBeNull()
        else expect(mannWhitney(y, x)?.p).toBeCloseTo(p, 10)
      }),
    )
  })

  test('of people who all said the same: exact p 1, no normal one', () => {
    expect(mannWhitneyExact([4, 4], [4, 4, 4])).toEqual({ u: 3, p: expect.closeTo(1, 12) })
    expect(mannWhitney([4, 4], [4, 4, 4])).toEqual({ u: 3, p: null })
  })

  test('comes close to the normal one in large groups', () => {
    const x = Object.freeze(Array.from({ length: 40 }, (_, i) => 1 + ((i * 7) % 5)))
    const y = Object.freeze(Array.from({ length: 40 }, (_, i) => 1 + ((i * 3) % 4)))
    expect(mannWhitneyExact(x, y)?.p).toBeCloseTo(mannWhitney(x, y)?.p as number, 2)
  })
})

describe('shift', () => {
  test('of Hodges and Lehmann moves with a group and turns its sign round', () => {
    fc.assert(
      fc.property(group, group, (x, y) => {
        const shift = hodgesLehmann(x, y) as number
        expect(hodgesLehmann(y, x)).toBeCloseTo(-shift, 12)
        expect(
          hodgesLehmann(
            x.map((rating) => rating + 3),
            y,
          ),
        ).toBeCloseTo(shift + 3, 12)
      }),
    )
  })

  test("Wasserstein's is 0 for the same answers, takes either first, and is the shift of a moved group", () => {
    fc.assert(
      fc.property(group, group, (x, y) => {
        expect(wassersteinDistance(x, reversed(x))).toBeCloseTo(0, 12)
        expect(
          wassersteinDistance(
            x,
            x.map((rating) => rating + 2),
          ),
        ).toBeCloseTo(2, 12)
        const distance = wassersteinDistance(x, y) as number
        expect(wassersteinDistance(y, x)).toBeCloseTo(distance, 12)
        expect(wassersteinDistance([...x, ...x], y)).toBeCloseTo(distance, 12)
        expect(distance).toBeGreaterThanOrEqual(Math.abs(mean(x) - mean(y)) - 1e-12)
      }),
    )
  })
})

describe('Brunner and Munzel', () => {
  test('of 3 5 and 2 4 is -1 / root 2: placements 1/2 off each, df 2', () => {
    // Ranks 2 4 | 1 3, so x less own ranks 1 2, y 0 1; variances 1/2; -1 x 4 / (4 x root(2 x 1/2 + 2 x 1/2)).
    expect(brunnerMunzel([3, 5], [2, 4])).toEqual({
      statistic: expect.closeTo(-Math.SQRT1_2, 12),
      df: expect.closeTo(2, 12),
      p: expect.closeTo(1 - Math.sqrt(0.5 / 2.5), 12),
    })
  })

  test('turns its sign round with the groups, and p lies in 0..1', () => {
    fc.assert(
      fc.property(group, group, (x, y) => {
        const result = brunnerMunzel(x, y)
        const turned = brunnerMunzel(y, x)
        expect(turned === null).toBe(result === null)
        fc.pre(result !== null)
        expect(turned?.statistic).toBeCloseTo(-result.statistic, 10)
        expect(result.p).toBeGreaterThanOrEqual(0)
        expect(result.p).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('is not defined without overlap, or where a group is one person', () => {
    expect(brunnerMunzel([5, 5, 4], [1, 2, 2])).toBeNull()
    expect(brunnerMunzel([5], [1, 2, 2])).toBeNull()
  })
})

describe('energy and gap', () => {
  test('the energy statistic is 0 for the same mixture, never below, and takes either first', () => {
    fc.assert(
      fc.property(group, group, (x, y) => {
        expect(energyStatistic(x, [...x, ...x])?.v).toBeCloseTo(0, 10)
        const { v, root } = energyStatistic(x, y) as { v: number; root: number }
        expect(v).toBeGreaterThanOrEqual(0)
        expect(root).toBeCloseTo(Math.sqrt(v), 12)
        expect(energyStatistic(y, x)?.v).toBeCloseTo(v, 10)
      }),
    )
  })

  test('the gap is the mean distance across less the mean of the two within', () => {
    fc.assert(
      fc.property(group, group, (x, y) => {
        const { between, withinX, withinY, gap } = gapExcess(x, y, apart)
        expect(between).toBeCloseTo(mean(x.flatMap((a) => y.map((b) => apart(a, b)))), 12)
        const within = meanPairwiseDistance(x)
        expect(isMeasured(within) && within.value).toBeCloseTo(withinX as number, 12)
        expect(gap).toBeCloseTo((between as number) - ((withinX as number) + (withinY as number)) / 2, 12)
        expect(gapExcess(y, x, apart).gap).toBeCloseTo(gap as number, 12)
      }),
    )
  })

  test('a group of one has no pairs, so there is no gap', () => {
    expect(gapExcess([4], [2, 4], apart)).toEqual({ between: 1, withinX: null, withinY: 2, gap: null })
    expect(gapExcess([], [2, 4], apart)).toMatchObject({ between: null, gap: null })
  })
})

describe('the permutation test of the gap', () => {
  const test3 = (x: readonly number[], y: readonly number[]) => permutationGap(x, y, apart, randomFrom(1))

  test('of three against three with nothing in common has p 2/20, all of the distance between them, and no F', () => {
    expect(test3([1, 1, 1], [5, 5, 5])).toEqual({ f: null, r2: 1, p: 0.1 })
  })

  test('of people who all said the same has p 1 and nothing else', () => {
    expect(test3([3, 3], [3, 3, 3])).toEqual({ f: null, r2: null, p: 1 })
  })

  test('of 4 5 against 1 2 is worked by hand', () => {
    // Pairs: within 1 and 1, across 3 2 4 3. T = 14/4, W = 1/2 + 1/2, F = 2.5 / (1/2).
    expect(test3([4, 5], [1, 2])).toMatchObject({
      f: expect.closeTo(5, 12),
      r2: expect.closeTo(2.5 / 3.5, 12),
    })
  })

  test('is the share of all splits that give the same F or a higher one', () => {
    fc.assert(
      fc.property(group, group, (x, y) => {
        const all = [...x, ...y]
        const r2Of = (places: readonly number[]) => {
          const first = places.map((place) => all[place] as number)
          const rest = all.filter((_, place) => !places.includes(place))
          return test3(first, rest)?.r2 ?? 0
        }
        const observed = r2Of(x.map((_, place) => place))
        const ways = choices(all.length, x.length)
        const asFar = ways.filter((places) => r2Of(places) >= observed - 1e-9).length
        expect(test3(x, y)?.p).toBeCloseTo(asFar / ways.length, 9)
      }),
      { numRuns: 8 },
    )
  })
})

describe('two groups over the same options', () => {
  test('total variation lies in 0..1, is 0 for the same shares, and minds no names', () => {
    fc.assert(
      fc.property(someCounts(), someCounts(), (x, y) => {
        const distance = totalVariation(x, y) as number
        expect(distance).toBeGreaterThanOrEqual(0)
        expect(distance).toBeLessThanOrEqual(1 + 1e-12)
        expect(totalVariation(reversed(y), reversed(x))).toBeCloseTo(distance, 12)
        expect(
          totalVariation(
            x,
            x.map((count) => 3 * count),
          ),
        ).toBeCloseTo(0, 12)
      }),
    )
  })

  test('total variation of a group without answers is not known', () => {
    expect(totalVariation([0, 0], [1, 2])).toBeNull()
    expect(() => totalVariation([1], [1, 2])).toThrow(RangeError)
  })

  test('Fisher: 3 against 4 who name different options, 1 of C(7, 3) = 35 ways', () => {
    // Only the table itself is as unlikely: all three on the first option.
    expect(fisherExact([3, 0], [0, 4])).toBeCloseTo(1 / 35, 12)
    expect(fisherExact([5, 0], [12, 0])).toBeCloseTo(1, 12)
    expect(fisherExact([0, 0], [0, 0])).toBe(1)
  })

  test('Fisher takes either group first, minds no names, and gives a share above 0', () => {
    const few = someCounts({ options: 3 }).map((counts) => Object.freeze(counts.map((count) => count % 4)))
    fc.assert(
      fc.property(few, few, (x, y) => {
        const p = fisherExact(x, y) as number
        expect(p).toBeGreaterThan(0)
        expect(p).toBeLessThanOrEqual(1)
        expect(fisherExact(y, x)).toBeCloseTo(p, 9)
        expect(fisherExact(reversed(x), reversed(y))).toBeCloseTo(p, 9)
      }),
    )
  })

  test('Fisher gives up where there are too many tables', () => {
    const many = new Array<number>(12).fill(5)
    expect(fisherExact(many, many)).toBeNull()
    expect(() => fisherExact([1], [1, 2])).toThrow(RangeError)
  })
})
