import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dice } from '#app/scoring/dice.ts'
import { isMeasured } from '#app/scoring/measure.ts'
import { averageOverlap } from '#app/scoring/measures/lists/average-overlap.ts'
import { jaccard } from '#app/scoring/measures/lists/jaccard.ts'
import { kendallTopK } from '#app/scoring/measures/lists/kendall-top-k.ts'
import { meanOverlap } from '#app/scoring/measures/lists/mean-overlap.ts'
import { rankBiasedOverlapWithTies } from '#app/scoring/measures/lists/rank-biased-overlap-with-ties.ts'
import { themeMentions } from '#app/scoring/measures/lists/theme-mentions.ts'
import type { TieReading } from '#app/scoring/measures/lists/tied-ranks.ts'
import { rankBiasedOverlap } from '#app/scoring/rank-biased-overlap.ts'
import { mean, reversed, someList } from './arbitrary-answers.ts'

const READINGS: readonly TieReading[] = ['equal', 'average', 'corrected']
const persistence = fc.double({ min: 0.3, max: 0.95, noNaN: true })

/** A list cut into groups of themes that hold the same place. */
const someTiedList = fc
  .tuple(someList(), fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }))
  .map(([list, joins]) => {
    const places: string[][] = []
    list.forEach((theme, index) => {
      if (places.length > 0 && joins[index]) places.at(-1)?.push(theme)
      else places.push([theme])
    })
    return places
  })

/** All orders that a list with ties may stand for. */
function ordersOf(places: readonly (readonly string[])[]): string[][] {
  return places.reduce<string[][]>(
    (orders, place) => orders.flatMap((order) => permutations(place).map((tail) => [...order, ...tail])),
    [[]],
  )
}

function permutations(themes: readonly string[]): string[][] {
  if (themes.length === 0) return [[]]
  return themes.flatMap((theme, index) =>
    permutations(themes.toSpliced(index, 1)).map((rest) => [theme, ...rest]),
  )
}

describe('rank-biased overlap with ties', () => {
  test('without ties is the RBO of the report, however ties are read', () => {
    fc.assert(
      fc.property(someList(), someList(), persistence, fc.constantFrom(...READINGS), (x, y, p, reading) => {
        expect(rankBiasedOverlapWithTies(x, y, p, reading).ext).toBeCloseTo(rankBiasedOverlap(x, y, p), 9)
      }),
    )
  })

  test('lies between its bounds, which lie in 0..1, and takes either list first', () => {
    fc.assert(
      fc.property(
        someTiedList,
        someTiedList,
        persistence,
        fc.constantFrom(...READINGS),
        (x, y, p, reading) => {
          const { ext, min, max, res } = rankBiasedOverlapWithTies(x, y, p, reading)
          expect(min).toBeGreaterThanOrEqual(0)
          expect(ext).toBeGreaterThanOrEqual(min - 1e-9)
          expect(max).toBeLessThanOrEqual(1)
          expect(res).toBeCloseTo(max - min, 9)
          const turned = rankBiasedOverlapWithTies(y, x, p, reading)
          expect(turned.ext).toBeCloseTo(ext, 9)
          expect(turned.min).toBeCloseTo(min, 9)
        },
      ),
    )
  })

  test('read as an average, is the mean over all orders of lists of the same length', () => {
    const sameLength = fc
      .tuple(someTiedList, someTiedList)
      .filter(([x, y]) => x.flat().length === y.flat().length && x.flat().length < 5)
    fc.assert(
      fc.property(sameLength, persistence, ([x, y], p) => {
        const values = ordersOf(x).flatMap((one) =>
          ordersOf(y).map((other) => rankBiasedOverlap(one, other, p)),
        )
        expect(rankBiasedOverlapWithTies(x, y, p, 'average').ext).toBeCloseTo(mean(values), 9)
      }),
      { numRuns: 40 },
    )
  })

  test('of a list with itself is 1 where ties are equal or corrected for', () => {
    fc.assert(
      fc.property(someTiedList, persistence, (x, p) => {
        expect(rankBiasedOverlapWithTies(x, x, p, 'equal').ext).toBeCloseTo(1, 9)
        expect(rankBiasedOverlapWithTies(x, x, p, 'corrected').ext).toBeCloseTo(1, 9)
      }),
    )
  })

  test('of one theme each, the same: at least ln 2 at p = 1/2, at most 1', () => {
    // (1 - p) / p x sum of p^d / d = ln 1/(1 - p)
    expect(rankBiasedOverlapWithTies(['a'], ['a'], 0.5, 'equal')).toMatchObject({
      ext: 1,
      min: expect.closeTo(Math.LN2, 12),
      max: 1,
    })
  })

  test('is refused for an empty list, a theme that stands twice, and a p outside 0..1', () => {
    expect(() => rankBiasedOverlapWithTies([], ['a'], 0.8, 'equal')).toThrow(RangeError)
    expect(() => rankBiasedOverlapWithTies(['a', ['b', 'a']], ['a'], 0.8, 'equal')).toThrow(RangeError)
    expect(() => rankBiasedOverlapWithTies(['a'], ['a'], 1, 'equal')).toThrow(RangeError)
  })
})

describe('overlap of two lists', () => {
  const overlaps = {
    jaccard,
    'average overlap': (a: readonly string[], b: readonly string[]) =>
      averageOverlap(a, b, Math.min(a.length, b.length)),
  }

  test.each(Object.entries(overlaps))(
    '%s lies in 0..1, is 1 for a list and itself, and takes either first',
    (_, overlap) => {
      fc.assert(
        fc.property(someList(), someList(), (a, b) => {
          expect(overlap(a, a)).toBeCloseTo(1, 12)
          expect(overlap(a, b)).toBeCloseTo(overlap(b, a), 12)
          expect(overlap(a, b)).toBeGreaterThanOrEqual(0)
          expect(overlap(a, b)).toBeLessThanOrEqual(1 + 1e-12)
        }),
      )
    },
  )

  test('Jaccard says what Dice says, D = 2J / (1 + J), and minds no order', () => {
    fc.assert(
      fc.property(someList(), someList(), (a, b) => {
        expect((2 * jaccard(a, b)) / (1 + jaccard(a, b))).toBeCloseTo(dice(a, b), 12)
        expect(jaccard(reversed(a), b)).toBe(jaccard(a, b))
      }),
    )
  })

  test('average overlap of a swapped top is worked by hand: depths 0, 1, 1 of 3', () => {
    expect(averageOverlap(['a', 'b', 'c'], ['b', 'a', 'c'], 3)).toBeCloseTo(2 / 3, 12)
    expect(() => averageOverlap(['a'], ['a'], 0)).toThrow(RangeError)
  })

  test('of an empty list is refused: it is no answer', () => {
    expect(() => jaccard([], ['a'])).toThrow(RangeError)
    expect(() => kendallTopK(['a'], [], 0)).toThrow(RangeError)
  })
})

describe("Kendall's distance of top lists", () => {
  test('is 0 for the same list, takes either first, and stays within its widest', () => {
    fc.assert(
      fc.property(someList(), someList(), fc.constantFrom(0, 0.5), (a, b, p) => {
        expect(kendallTopK(a, a, p)).toEqual({ distance: 0, normalised: 0 })
        expect(kendallTopK(b, a, p)).toEqual(kendallTopK(a, b, p))
        const { normalised } = kendallTopK(a, b, p)
        if (a.length === b.length) expect(normalised).toBeLessThanOrEqual(1 + 1e-12)
        else expect(normalised).toBeNull()
      }),
    )
  })

  test('reaches the widest where nothing is shared: 9, and 3 more pairs on each list at one half', () => {
    expect(kendallTopK(['a', 'b', 'c'], ['d', 'e', 'f'], 0)).toEqual({ distance: 9, normalised: 1 })
    expect(kendallTopK(['a', 'b', 'c'], ['d', 'e', 'f'], 0.5)).toEqual({ distance: 12, normalised: 1 })
  })
})

describe('mean overlap of a group', () => {
  test('leaves empty lists out, and needs two', () => {
    expect(meanOverlap([['a'], [], ['a']], dice)).toEqual({ kind: 'measured', value: 1, n: 2 })
    expect(meanOverlap([['a'], []], dice)).toEqual({ kind: 'too-few', n: 1, needed: 2 })
  })

  test('does not mind the order of people or the names of themes', () => {
    fc.assert(
      fc.property(fc.array(someList(), { minLength: 2, maxLength: 6 }), (lists) => {
        const once = meanOverlap(Object.freeze(lists), jaccard)
        const renamed = reversed(lists).map((list) => list.map((theme) => `theme ${theme}`))
        const turned = meanOverlap(renamed, jaccard)
        if (!isMeasured(once) || !isMeasured(turned)) throw new Error('there are two lists')
        expect(turned.value).toBeCloseTo(once.value, 10)
      }),
    )
  })
})

describe('mentions of themes', () => {
  test('are counted once a list, with empty lists left out', () => {
    expect(themeMentions([['a', 'a', 'b'], [], ['b']])).toMatchObject({
      people: 2,
      mentions: 3,
      distinct: 2,
      topShare: 1,
      // p = 1/3, 2/3: 1 / (5/9)
      hill2: expect.closeTo(1.8, 12),
      nEff: 2,
    })
  })

  test('of nobody are not known', () => {
    expect(themeMentions([[]])).toEqual({
      people: 0,
      mentions: 0,
      distinct: 0,
      shannon: null,
      hill1: null,
      hill2: null,
      topShare: null,
      nEff: null,
    })
    expect(themeMentions([['a']]).nEff).toBeNull()
  })

  test('count fewer themes in play the more they weigh the frequent ones', () => {
    fc.assert(
      fc.property(fc.array(someList(), { minLength: 1, maxLength: 6 }), (lists) => {
        const { distinct, hill1, hill2 } = themeMentions(Object.freeze(lists))
        expect(hill1).toBeLessThanOrEqual(distinct + 1e-9)
        expect(hill2).toBeLessThanOrEqual((hill1 as number) + 1e-9)
      }),
    )
  })
})
