import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { atLeastTwo } from '#app/scoring/at-least-two.ts'
import { agreementPoints, bandOf } from '#app/scoring/band.ts'
import { hasCamps } from '#app/scoring/camps.ts'
import { dice, diceByChance } from '#app/scoring/dice.ts'
import { disclosureOf, tooFew } from '#app/scoring/disclosure.ts'
import { effectiveThemes } from '#app/scoring/effective-themes.ts'
import { energyDistance, energyTest } from '#app/scoring/energy-test.ts'
import { holm } from '#app/scoring/holm.ts'
import { overlapGains } from '#app/scoring/overlap-gains.ts'
import { pairMatch } from '#app/scoring/pair-match.ts'
import { acrossAgreement, pairwiseAgreement } from '#app/scoring/pairwise-agreement.ts'
import { countInWords, likelyCount, peopleCount, sumOfCounts } from '#app/scoring/people-count.ts'
import { quantile } from '#app/scoring/quartiles.ts'
import { randomFrom, seedOf } from '#app/scoring/random.ts'
import { rankAgreement } from '#app/scoring/rank-agreement.ts'
import { rankBiasedOverlap, rankBiasedOverlapByChance } from '#app/scoring/rank-biased-overlap.ts'
import { shareAboveHalf } from '#app/scoring/share-above-half.ts'
import { shownDistribution, shownMean, shownStrength } from '#app/scoring/shown-mean.ts'
import { vanDerEijkA } from '#app/scoring/van-der-eijk.ts'

const confidential = Object.freeze({ open: false, needed: 5 })
const open = Object.freeze({ open: true, needed: 3 })
const rating = Object.freeze({ kind: 'linear', points: 5 } as const)
const list = fc.uniqueArray(fc.nat(11), { minLength: 1, maxLength: 6 })

describe('agreement of pairs', () => {
  test.each([
    [[4, 4, 4, 4, 4, 4, 4, 4], 1],
    [[4, 4, 4, 4, 4, 5, 5, 5], 0.67],
    [[4, 4, 4, 4, 4, 4, 4, 1], 0.53],
    [[2, 3, 3, 4, 4, 4, 5, 5], 0.24],
    [[1, 2, 2, 3, 3, 4, 4, 5], 0.02],
    [[2, 2, 2, 2, 4, 4, 4, 4], 0.29],
    [[1, 1, 1, 1, 5, 5, 5, 5], -0.43],
  ])('of ratings %j is %f', (points, value) => {
    const answers = Object.freeze(points.map((point) => point - 1))
    expect(pairwiseAgreement(rating, answers)).toMatchObject({ value: expect.closeTo(value, 2), n: 8 })
  })

  test('of one answer, or none, is not known', () => {
    expect(pairwiseAgreement(rating, Object.freeze([3, null]))).toEqual({ kind: 'too-few', n: 1, needed: 2 })
    expect(acrossAgreement(rating, [1], [null])).toEqual({ kind: 'too-few', n: 1, needed: 2 })
  })

  test('of lists as long as the catalogue is not known: they cannot differ', () => {
    const lists = { kind: 'lists', catalogue: 2, asked: 1, ordered: false } as const
    expect(
      pairwiseAgreement(lists, [
        [0, 1],
        [1, 0],
      ]),
    ).toMatchObject({ kind: 'too-few' })
  })

  test('does not depend on the order of the people, nor on turning the scale round', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(4), { minLength: 2, maxLength: 12 }), (answers) => {
        const value = (points: readonly number[]) =>
          (pairwiseAgreement(rating, points) as { value: number }).value
        expect(value([...answers].reverse())).toBeCloseTo(value(answers), 10)
        expect(value(answers.map((point) => 4 - point))).toBeCloseTo(value(answers), 10)
        expect(value(answers)).toBeLessThanOrEqual(1)
        expect(value(answers)).toBeGreaterThanOrEqual(-1.5)
      }),
    )
  })

  test('on "nobody" is no agreement', () => {
    const owners = { kind: 'match', options: 8, real: 6 } as const
    expect(pairwiseAgreement(owners, [6, 6, 6, 6])).toMatchObject({
      distance: 1,
      value: expect.closeTo(-0.1034, 4),
    })
  })
})

describe('overlap of two lists', () => {
  test('lies between 0 and 1, is 1 for a list and itself, and takes either first', () => {
    fc.assert(
      fc.property(list, list, (a, b) => {
        for (const overlap of [dice, rankBiasedOverlap] as const) {
          expect(overlap(a, a)).toBeCloseTo(1, 10)
          expect(overlap(a, b)).toBeCloseTo(overlap(b, a), 10)
          expect(overlap(a, b)).toBeGreaterThanOrEqual(0)
          expect(overlap(a, b)).toBeLessThanOrEqual(1 + 1e-12)
        }
      }),
    )
  })

  test('changes nothing when the themes get other names', () => {
    fc.assert(
      fc.property(list, list, (a, b) => {
        const renamed = (themes: readonly number[]) => themes.map((theme) => `theme ${11 - theme}`)
        expect(rankBiasedOverlap(renamed(a), renamed(b))).toBe(rankBiasedOverlap(a, b))
        expect(dice(renamed(a), renamed(b))).toBe(dice(a, b))
      }),
    )
  })

  test('by chance is what random lists overlap by on average', () => {
    // three of twelve: Dice .25, RBO_ext .203; three of twenty: .15, .122; five of twenty: .25, .168
    expect([diceByChance(3, 3, 12), diceByChance(3, 3, 20), diceByChance(5, 5, 20)]).toEqual([
      0.25, 0.15, 0.25,
    ])
    const ranked = [
      rankBiasedOverlapByChance(3, 3, 12),
      rankBiasedOverlapByChance(3, 3, 20),
      rankBiasedOverlapByChance(5, 5, 20),
    ]
    expect(ranked.map((value) => value.toFixed(3))).toEqual(['0.203', '0.122', '0.168'])
  })

  test('is the sum of what each shared theme adds', () => {
    fc.assert(
      fc.property(list, list, fc.boolean(), (a, b, ordered) => {
        const gains = overlapGains(ordered, 6)
        const sum = a.reduce((total, theme, rank) => {
          const other = b.indexOf(theme)
          return other < 0 ? total : total + gains.of(a.length, b.length, Math.max(rank, other))
        }, 0)
        expect(sum).toBeCloseTo((ordered ? rankBiasedOverlap : dice)(a, b), 10)
      }),
    )
  })

  test('of an empty list is a broken contract: it is no answer', () => {
    expect(() => dice([], [1])).toThrow(RangeError)
    expect(() => rankBiasedOverlap([1], [])).toThrow(RangeError)
  })
})

describe('themes in play', () => {
  test('are as many as all name, and infinite where nobody shares one', () => {
    expect(
      effectiveThemes(
        Object.freeze([
          [1, 2, 3],
          [3, 2, 1],
          [2, 1, 3],
        ]),
      ),
    ).toBe(3)
    expect(
      effectiveThemes([
        [1, 2],
        [3, 4],
      ]),
    ).toBeNull()
    expect(() => effectiveThemes([[1]])).toThrow(RangeError)
  })
})

describe('agreement of full rankings', () => {
  // Tarakci et al. 2014: nine managers rank seven priorities, 7 the most important.
  const TARAKCI = Object.freeze([
    [1, 2, 3, 2, 5, 6, 4, 7, 5],
    [4, 1, 4, 3, 6, 5, 5, 2, 7],
    [7, 6, 7, 7, 7, 4, 7, 3, 6],
    [6, 7, 5, 6, 1, 2, 3, 1, 2],
    [5, 3, 6, 5, 3, 7, 6, 6, 3],
    [3, 5, 2, 4, 4, 3, 1, 4, 4],
    [2, 4, 1, 1, 2, 1, 2, 5, 1],
  ])
  const managers = TARAKCI[0]?.map((_, manager) => TARAKCI.map((row) => row[manager] as number)) ?? []

  test('of the published nine managers: W .319, mean correlation .234', () => {
    const agreement = rankAgreement(managers)
    expect(agreement).toMatchObject({
      w: expect.closeTo(0.319, 3),
      meanSpearman: expect.closeTo(0.234, 3),
      n: 9,
    })
  })

  test('is not known of one person, nor where everybody ties everything', () => {
    expect(rankAgreement([[1, 2, 3]])).toEqual({ kind: 'too-few', n: 1, needed: 2 })
    expect(
      rankAgreement([
        [2, 2],
        [2, 2],
      ]),
    ).toMatchObject({ kind: 'too-few' })
    expect(() => rankAgreement([[1, 2], [1]])).toThrow(RangeError)
  })

  test('of one who ties everything has a W, and no mean correlation', () => {
    expect(
      rankAgreement([
        [1, 2, 3],
        [1, 2, 3],
        [2, 2, 2],
      ]),
    ).toMatchObject({ meanSpearman: null })
  })
})

describe('camps', () => {
  test.each([
    ['two near camps', [0, 4, 0, 4, 0], true],
    ['the two ends', [4, 0, 0, 0, 4], true],
    ['two of five against three', [2, 0, 0, 0, 3], true],
    ['three camps of which one is a single person', [1, 3, 0, 3, 1], true],
    ['one dissenter', [1, 0, 0, 7, 0], false],
    ['neighbours', [0, 0, 4, 4, 0], false],
    ['two of twelve at one end', [2, 0, 1, 3, 6], false],
    ['everybody in the middle but one at each end', [1, 0, 3, 0, 1], false],
    ['one person on each side of three', [1, 0, 1, 0, 1], false],
  ])('%s: %j is %s', (_, counts, expected) => {
    expect(hasCamps(Object.freeze(counts))).toBe(expected)
  })

  test("van der Eijk's A is -1 for the two ends, 0 for an even spread, 1 for one point", () => {
    expect([
      vanDerEijkA([4, 0, 0, 0, 4]),
      vanDerEijkA([1, 1, 1, 1, 1]),
      vanDerEijkA([0, 0, 6, 0, 0]),
    ]).toEqual([-1, 0, 1])
    expect(() => vanDerEijkA([3, 4])).toThrow(RangeError)
    expect(() => vanDerEijkA([0, 0, 0])).toThrow(RangeError)
  })
})

describe('bands', () => {
  const figure = { s: 0.2, items: 4, range90: [0.05, 0.29] as const, chanceLine: 0.1 }
  test.each([
    ['below 30 points', figure, 'divergent'],
    ['from 30', { ...figure, s: 0.3, range90: [0.2, 0.4] as const }, 'mixed'],
    ['from 46', { ...figure, s: 0.46, range90: [0.31, 0.7] as const }, 'aligned'],
    ['a range over a band and one neighbour', { ...figure, range90: [0.05, 0.45] as const }, 'divergent'],
    ['a range over all three', { ...figure, range90: [0.03, 0.57] as const }, 'too-wide'],
    ['no range', { ...figure, range90: null }, 'too-wide'],
    ['a range down to 0', { ...figure, range90: [0, 0.29] as const }, 'like-random'],
    ['one item with a range down to 0', { ...figure, items: 1, range90: [-0.1, 0.29] as const }, 'divergent'],
    ['below the chance line', { ...figure, items: 1, chanceLine: 0.38 }, 'like-random'],
    [
      'no chance line: random answers are often unanimous',
      { ...figure, s: 1, chanceLine: null },
      'like-random',
    ],
    ['just the chance line', { ...figure, chanceLine: 0.2 + 1e-12 }, 'divergent'],
  ])('%s', (_, given, band) => {
    expect(bandOf(given)).toBe(band)
  })

  test('points go by whole ones and not below 0', () => {
    expect([agreementPoints(0.295), agreementPoints(-0.4), agreementPoints(1)]).toEqual([30, 0, 100])
  })
})

describe('shown means, strengths and distributions', () => {
  test.each([
    ['five 5s', [5, 5, 5, 5, 5], '4.5 or more', null],
    ['six 1s', [1, 1, 1, 1, 1, 1], '1.5 or less', null],
    ['one dissenter', [4, 4, 4, 4, 4, 4, 4, 1], '3.6', null],
    ['halves go up', [3, 3, 3, 4], '3.3', null],
    ['ten', [5, 5, 5, 5, 5, 5, 5, 5, 5, 4], '4.8 or more', ['at most 10 %', 'at most 10 %', 'at least 90 %']],
    ['twelve', [1, 1, 5, 5, 5, 5, 5, 5, 4, 4, 4, 3], '3.9', ['20 %', 'at most 10 %', '80 %']],
    ['twenty', new Array<number>(20).fill(5), '5.0', ['0 %', '0 %', '0 %', '0 %', '100 %']],
  ])('%s', (_, points, mean, shares) => {
    expect(
      shownMean(
        points.reduce((sum, point) => sum + point, 0),
        points.length,
        confidential,
      ).text,
    ).toBe(mean)
    const counts = [1, 2, 3, 4, 5].map((at) => points.filter((point) => point === at).length)
    expect(shownDistribution(counts)?.shares ?? null).toEqual(shares)
  })

  test('in open mode the mean is what it is', () => {
    expect(shownMean(15, 3, open)).toEqual({ text: '5.0', value: 5 })
    expect(shownStrength(1, 3, open)).toBe(100)
  })

  test('a strength is coded at its ends as a mean is', () => {
    expect(shownStrength(0, 6, confidential)).toBe(12.5)
    expect(shownStrength(1, 12, confidential)).toBe(95)
    expect(shownStrength(0.5, 6, confidential)).toBe(50)
  })
})

describe('counts of people', () => {
  test('are coded at both ends outside open mode', () => {
    const kinds = (of: number) =>
      [0, 1, 2, of - 2, of - 1, of].map((count) => peopleCount(count, of, confidential).kind)
    expect(kinds(9)).toEqual([
      'at-most-one',
      'at-most-one',
      'exact',
      'exact',
      'all-but-at-most-one',
      'all-but-at-most-one',
    ])
    expect(peopleCount(1, 9, open)).toEqual({ kind: 'exact', count: 1, of: 9 })
  })

  test('add up no sharper than their parts, and are said in words', () => {
    const sum = sumOfCounts([peopleCount(4, 9, confidential), peopleCount(12, 12, confidential)])
    expect(sum).toEqual({ kind: 'between', low: 15, high: 16, of: 21 })
    expect(likelyCount(sum)).toBe(15.5)
    expect(
      [
        sum,
        peopleCount(4, 9, confidential),
        peopleCount(0, 9, confidential),
        peopleCount(9, 9, confidential),
      ].map(countInWords),
    ).toEqual(['15 or 16 of 21', '4 of 9', 'at most one of 9', 'all or all but one of 9'])
    expect(countInWords({ kind: 'between', low: 0, high: 2, of: 14 })).toBe('0 to 2 of 14')
  })

  test('go by the smallest group of the round, which has a floor, and by three in open mode', () => {
    expect(disclosureOf({ privacyMode: 'confidential', smallestGroup: 1 }).needed).toBe(4)
    expect(disclosureOf({ privacyMode: 'unlinked', smallestGroup: 6 }).needed).toBe(6)
    expect(tooFew(2, disclosureOf({ privacyMode: 'open', smallestGroup: 5 }))).toEqual({
      kind: 'too-few',
      n: 2,
      needed: 3,
    })
    expect(tooFew(2, confidential)).toEqual({ kind: 'too-few', n: null, needed: 5 })
  })
})

describe('how sure a signal is', () => {
  test('grows with the share who say so, and is even where nobody was asked', () => {
    const sure = [0, 2, 4, 6, 8].map((x) => shareAboveHalf(x, 8))
    expect(sure).toEqual([...sure].sort((a, b) => a - b))
    expect(sure[2]).toBeCloseTo(0.5, 10)
    expect(shareAboveHalf(0, 0)).toBeCloseTo(0.5, 10)
    expect(() => shareAboveHalf(4, 3)).toThrow(RangeError)
  })

  test('mirrors: what x of n say so is what n - x do not', () => {
    fc.assert(
      fc.property(fc.nat(80), fc.nat(80), (x, rest) => {
        expect(shareAboveHalf(x, x + rest) + shareAboveHalf(rest, x + rest)).toBeCloseTo(1, 9)
      }),
    )
  })

  test('two of several: one minus none and exactly one', () => {
    // .9 x .8 x .5 + .9 x .8 x .5 + .9 x .2 x .5 + .1 x .8 x .5
    expect(atLeastTwo([0.9, 0.8, 0.5])).toBeCloseTo(0.85, 10)
    expect([atLeastTwo([]), atLeastTwo([1])]).toEqual([0, 0])
  })
})

describe('the test of two groups', () => {
  const matrixOf = (values: readonly number[]) => ({
    n: values.length,
    distances: Float64Array.from(values.flatMap((a) => values.map((b) => Math.abs(a - b)))),
  })

  test('takes its exact p from all splits: 2 of 35 set 4 5 4 and 2 3 2 1 as far apart', () => {
    expect(energyTest(matrixOf([4, 5, 4, 2, 3, 2, 1]), 3, randomFrom(1))).toBeCloseTo(2 / 35, 10)
    expect(energyTest(matrixOf([2, 3, 2, 1, 4, 5, 4]), 4, randomFrom(1))).toBeCloseTo(2 / 35, 10)
  })

  test('p is 1 where all say the same, and never 0 where splits are drawn', () => {
    expect(energyTest(matrixOf([3, 3, 3, 3, 3]), 2, randomFrom(1))).toBe(1)
    const apart = matrixOf([...new Array<number>(12).fill(1), ...new Array<number>(14).fill(5)])
    expect(energyTest(apart, 12, randomFrom(1))).toBe(1 / 10_000)
  })

  test('drawn splits come close to the exact p', () => {
    // 9 against 9 is 48,620 splits: drawn; equal mixtures are told apart in about every second of them
    const p = energyTest(matrixOf([1, 2, 3, 4, 5, 1, 2, 3, 4, 1, 2, 3, 4, 5, 1, 2, 3, 5]), 9, randomFrom(1))
    expect(p).toBeGreaterThan(0.5)
  })

  test('the distance is 0 for equal mixtures and grows as the groups part', () => {
    expect(energyDistance(matrixOf([1, 2, 1, 2]), 2)).toBeCloseTo(0, 10)
    expect(energyDistance(matrixOf([5, 5, 4, 1, 2, 2, 1]), 3)).toBeCloseTo(5.38888888888889, 10)
    expect(() => energyTest(matrixOf([1, 2]), 2, randomFrom(1))).toThrow(RangeError)
  })

  test("Holm's adjustment never falls and never passes 1", () => {
    expect(holm([0.04, 0.03, null, 0.6, 0.5])).toEqual([0.12, 0.12, null, 1, 1])
    expect(holm([null])).toEqual([null])
  })
})

describe('small tools', () => {
  test('pairs that match: of eight, five of one role and one of another', () => {
    expect(pairMatch([5, 1], 8)).toBeCloseTo(20 / 56, 10)
    expect(() => pairMatch([1], 1)).toThrow(RangeError)
  })

  test('a quantile of nothing is a broken contract', () => {
    expect(() => quantile([], 0.5)).toThrow(RangeError)
  })

  test('the seed is the FNV-1a hash of the text, and the same seed gives the same numbers', () => {
    expect(seedOf('')).toBe(2166136261)
    expect(seedOf('a')).not.toBe(seedOf('b'))
    const numbers = (seed: number) => {
      const random = randomFrom(seed)
      return Array.from({ length: 5 }, () => random(1000))
    }
    expect(numbers(1)).toEqual(numbers(1))
    expect(numbers(1)).not.toEqual(numbers(2))
  })

  test('random numbers fall evenly: chi-square of ten bins below its 99.9 % point', () => {
    const random = randomFrom(99)
    const counts = new Array<number>(10).fill(0)
    for (let turn = 0; turn < 100_000; turn++) {
      const bin = random(10)
      counts[bin] = (counts[bin] ?? 0) + 1
    }
    const chiSquare = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)
    expect(chiSquare).toBeLessThan(27.9)
  })
})
