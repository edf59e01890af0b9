import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chanceLineOf } from '#app/scoring/chance-line.ts'
import { codeCounter } from '#app/scoring/code-counter.ts'
import { type CodedAnswer, type Comparison, chanceDistanceOf, distanceOf } from '#app/scoring/comparison.ts'
import { dice } from '#app/scoring/dice.ts'
import { effectiveThemes } from '#app/scoring/effective-themes.ts'
import { testLevels } from '#app/scoring/level-test.ts'
import { testByCounts } from '#app/scoring/level-test-by-counts.ts'
import { meanOverlapOf } from '#app/scoring/mean-overlap-of.ts'
import { acrossAgreement, pairwiseAgreement } from '#app/scoring/pairwise-agreement.ts'
import { quantile } from '#app/scoring/quartiles.ts'
import { fillRandomly, type Random, randomFrom } from '#app/scoring/random.ts'
import { type RandomComparison, randomAgreements } from '#app/scoring/random-agreements.ts'
import { rankBiasedOverlap } from '#app/scoring/rank-biased-overlap.ts'
import { scoreRound } from '#app/scoring/score-round.ts'
import { smallerShape } from '#app/scoring/smaller-shape.ts'
import { unsortedQuantiles } from '#app/scoring/unsorted-quantiles.ts'
import { inventedRound } from '#scripts/bench/invented-round.ts'

const comparisons: Comparison[] = [
  { kind: 'linear', points: 5 },
  { kind: 'match', options: 9, real: 5 },
  { kind: 'lists', catalogue: 12, asked: 3, ordered: true },
  { kind: 'lists', catalogue: 12, asked: 3, ordered: false },
]
const list = fc.uniqueArray(fc.nat(11), { minLength: 1, maxLength: 5 })
const answerTo = (asked: Comparison): fc.Arbitrary<CodedAnswer> =>
  asked.kind === 'lists' ? list : fc.nat((asked.kind === 'linear' ? asked.points : asked.options) - 1)

type Pair = readonly [CodedAnswer, CodedAnswer]
const pairsWithin = (group: readonly CodedAnswer[]): Pair[] =>
  group.flatMap((a, index) => group.slice(index + 1).map((b): Pair => [a, b]))

/** S by going through the pairs one by one, as it is defined. */
function byPairs(asked: Comparison, pairs: readonly Pair[]): number {
  const sum = (measure: typeof distanceOf) => pairs.reduce((total, [a, b]) => total + measure(asked, a, b), 0)
  return 1 - sum(distanceOf) / sum(chanceDistanceOf)
}

describe.each(comparisons)('counting gives what the pairs give: %o', (asked) => {
  const group = fc
    .array(answerTo(asked), { minLength: 2, maxLength: 9 })
    .map((answers) => Object.freeze(answers))

  test('within a group and across two', () => {
    fc.assert(
      fc.property(group, group, (a, b) => {
        const across = a.flatMap((one) => b.map((other): Pair => [one, other]))
        expect(pairwiseAgreement(asked, a)).toMatchObject({
          n: a.length,
          value: expect.closeTo(byPairs(asked, pairsWithin(a)), 12),
        })
        expect(acrossAgreement(asked, a, b)).toMatchObject({
          n: a.length + b.length,
          value: expect.closeTo(byPairs(asked, across), 12),
        })
      }),
      { numRuns: 80 },
    )
  })
})

test('mean overlap and themes in play, counted by theme, are those of the pairs, and the order of people is not in them', () => {
  const names = list.map((themes) => themes.map((theme) => `theme ${theme}`))
  fc.assert(
    fc.property(fc.array(names, { minLength: 2, maxLength: 8 }), (lists) => {
      const pairs = lists.flatMap((a, index) => lists.slice(index + 1).map((b) => [a, b] as const))
      const mean = (overlap: typeof dice) =>
        pairs.reduce((sum, [a, b]) => sum + overlap(a, b), 0) / pairs.length
      expect(meanOverlapOf(lists, false)).toBeCloseTo(mean(dice), 12)
      expect(meanOverlapOf(lists, true)).toBeCloseTo(mean(rankBiasedOverlap), 12)
      expect(meanOverlapOf([...lists].reverse(), true)).toBe(meanOverlapOf(lists, true))
      const shared = pairs.reduce((sum, [a, b]) => sum + a.filter((theme) => b.includes(theme)).length, 0)
      const products = pairs.reduce((sum, [a, b]) => sum + a.length * b.length, 0)
      expect(effectiveThemes(lists)).toBe(shared === 0 ? null : products / shared)
    }),
    { numRuns: 150 },
  )
})

test('items counted by a joint code come to the same counts as each counted by itself', () => {
  const random = randomFrom(4)
  const people = 3000
  const sizes = [5, 5, 5, 13, 2, 6, 5, 4]
  const columns = sizes.map((options) => ({
    options,
    codes: Int16Array.from({ length: people }, () => random(options + 1)),
  }))
  const weightOf = Int32Array.from({ length: people }, () => random(4))
  const drawn = Int32Array.from(weightOf.keys()).filter((person) => (weightOf[person] ?? 0) > 0)
  const draw = { weightOf, drawn, distinct: drawn.length }
  const together = codeCounter(columns)
  together.count(draw)
  columns.forEach((column, index) => {
    const codes = [...column.codes]
    const expected = Array.from({ length: column.options + 1 }, (_, code) =>
      codes.reduce((sum, own, person) => sum + (own === code ? (weightOf[person] ?? 0) : 0), 0),
    )
    expect([...(together.counts[index]?.people ?? [])]).toEqual(expected)
    const alone = codeCounter([column])
    alone.count(draw)
    expect(together.counts[index]).toEqual(alone.counts[0])
  })
})

describe('the test of the levels by counts', () => {
  const asked: Comparison[] = [...comparisons, { kind: 'linear', points: 4 }]

  /** 60 people of whom the first 15 lean one way, now and then without an answer. */
  function twoLevels(leaning: number, missing: number, random: Random) {
    return asked.map((comparison) => ({
      comparison,
      answers: Array.from({ length: 60 }, (_, person) => {
        if (missing > 0 && random(100) < missing) return null
        const leans = person < 15 && random(100) < leaning
        if (comparison.kind === 'lists') return randomList(leans ? 5 : 12, random)
        return leans ? 0 : random(comparison.kind === 'linear' ? comparison.points : comparison.options)
      }),
    }))
  }

  const byLevel = (items: ReturnType<typeof twoLevels>) =>
    items.map(({ comparison, answers }) => ({
      comparison,
      answers: { senior: answers.slice(0, 15), department: answers.slice(15) },
    }))

  test.each([0, 20, 60])('is the test by pairs where nobody left anything out: %i in 100 lean', (leaning) => {
    const items = twoLevels(leaning, 0, randomFrom(leaning))
    const counted = testByCounts(items, 15, randomFrom(9))
    expect(counted).toEqual(testLevels(byLevel(items), 5, randomFrom(9)))
  })

  /** Nobody leaves out more than half: such people are in neither test. */
  function withGaps(seed: number) {
    return twoLevels(20, 10, randomFrom(seed)).map((item, index) => ({
      ...item,
      answers: item.answers.map(
        (answer) => answer ?? (index < 3 ? (item.comparison.kind === 'lists' ? [1, 2] : 0) : null),
      ),
    }))
  }

  test('leans neither way from it where answers are missing: on average within .1, the differences within .05 of 0', () => {
    const differences = Array.from({ length: 16 }, (_, seed) => {
      const items = withGaps(seed)
      const pairs = testLevels(byLevel(items), 5, randomFrom(9))?.p as number
      const counts = testByCounts(items, 15, randomFrom(9)).p
      return counts - pairs
    })
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
    expect(Math.max(...differences.map(Math.abs))).toBeGreaterThan(0)
    expect(mean(differences.map(Math.abs))).toBeLessThan(0.1)
    expect(Math.abs(mean(differences))).toBeLessThan(0.05)
  })

  test('finds levels that differ, and finds nothing where everybody answers alike', () => {
    expect(testByCounts(twoLevels(80, 10, randomFrom(1)), 15, randomFrom(2)).p).toBeLessThan(0.01)
    const alike = asked.map((comparison) => ({
      comparison,
      answers: new Array<CodedAnswer>(60).fill(comparison.kind === 'lists' ? [1, 2] : 1),
    }))
    expect(testByCounts(alike, 15, randomFrom(2))).toEqual({ p: 1, without: [1, 1] })
  })
})

function randomList(catalogue: number, random: Random): number[] {
  const themes = new Set<number>()
  while (themes.size < 3) themes.add(random(catalogue))
  return [...themes]
}

describe('the chance line of large groups', () => {
  const answersOf = (asked: Comparison, people: number): CodedAnswer[] =>
    Array.from({ length: people }, (_, person) =>
      asked.kind === 'lists' ? [0, 1, 2].slice(0, 2 + (person % 2)) : 0,
    )

  const choice: Comparison = { kind: 'match', options: 4, real: 4 }
  const large = [...comparisons, choice].map((asked) => [asked.kind, asked] as const)
  const lengthsOf = (asked: Comparison, people: number) =>
    answersOf(asked, people)
      .map((answer) => (typeof answer === 'number' ? 1 : answer.length))
      .sort((a, b) => a - b)
  const reachedOneInTwenty = (shape: RandomComparison, seed: number) =>
    randomAgreements(shape, 6000, randomFrom(seed)).sort()[5700] as number

  test.each(large)(
    'scaled from 400 people it lies within a tenth of the drawn one, 1,200 people: %s %o',
    (_, asked) => {
      const shape = { comparison: asked, first: lengthsOf(asked, 1200), second: null }
      const { drawn, scale } = smallerShape(shape)
      const line = reachedOneInTwenty(shape, 8)
      expect(Math.abs(scale * reachedOneInTwenty(drawn, 9) - line)).toBeLessThan(line / 10)
      expect(chanceLineOf([{ comparison: asked, answers: answersOf(asked, 1200) }])).toBeLessThan(0.04)
    },
  )

  test.each(large)('and so it does across 900 and 150 people: %s %o', (_, asked) => {
    const shape = { comparison: asked, first: lengthsOf(asked, 900), second: lengthsOf(asked, 150) }
    const { drawn, scale } = smallerShape(shape)
    const line = reachedOneInTwenty(shape, 8)
    expect(Math.abs(scale * reachedOneInTwenty(drawn, 9) - line)).toBeLessThan(line / 10)
  })

  test('across two groups only the large one is drawn smaller, and small groups are left as they are', () => {
    const comparison: Comparison = { kind: 'match', options: 4, real: 4 }
    const ones = (people: number) => new Array<number>(people).fill(1)
    const across = smallerShape({ comparison, first: ones(900), second: ones(100) })
    expect(across.drawn).toEqual({ comparison, first: ones(400), second: ones(100) })
    expect(across.scale).toBeCloseTo(2 / 3, 12)
    const small = { comparison, first: ones(400), second: null }
    expect(smallerShape(small)).toEqual({ drawn: small, scale: 1 })
  })

  test('a line asked for before is the same when asked for again, whatever came in between', () => {
    const item = {
      comparison: { kind: 'linear', points: 5 } as Comparison,
      answers: answersOf({ kind: 'linear', points: 5 }, 52),
    }
    const line = chanceLineOf([item], 800)
    chanceLineOf([item, item], 800)
    chanceLineOf([item], 500)
    expect(chanceLineOf([item], 800)).toBe(line)
  })
})

test('quantiles of values in any order are those of the sorted values', () => {
  const values = fc.array(
    fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ min: -1, max: 1, noNaN: true })),
    {
      minLength: 1,
      maxLength: 60,
    },
  )
  const shares = [0, 0.025, 0.05, 0.5, 0.95, 0.975, 1]
  fc.assert(
    fc.property(values, (given) => {
      const sorted = [...given].sort((a, b) => a - b)
      const found = unsortedQuantiles(Float64Array.from(given), shares)
      shares.forEach((share, at) => {
        expect(found[at]).toBeCloseTo(quantile(sorted, share), 12)
      })
    }),
  )
})

test('numbers drawn many at a time are the numbers drawn one by one', () => {
  const [one, many] = [randomFrom(3), randomFrom(3)]
  const drawn = new Int32Array(50)
  fillRandomly(many, drawn, 50, 1000, 7)
  expect([...drawn]).toEqual(Array.from({ length: 50 }, (_, place) => one(1000 - place * 7)))
  expect(many(1000)).toBe(one(1000))
  fillRandomly((below) => below - 1, drawn, 3, 9)
  expect([...drawn.subarray(0, 3)]).toEqual([8, 8, 8])
})

test('a round of 450 leads is scored by counts, every number is finite, and the order of the submissions changes nothing', () => {
  const round = inventedRound(450)
  const scores = scoreRound({ ...round, redraws: 40 })
  expect(JSON.parse(JSON.stringify(scores))).toEqual(scores)
  const tests = scores.constructs.map(({ gap }) => (gap.kind === 'measured' ? gap.p : null))
  expect(tests.filter((p) => p !== null && p > 0 && p <= 1).length).toBeGreaterThan(5)
  const reversed = { ...round, submissions: [...round.submissions].reverse(), redraws: 40 }
  expect(scoreRound(reversed)).toEqual(scores)
})
