import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codeTally } from '#app/scoring/code-tally.ts'
import { type CodedAnswer, type Comparison, chanceDistanceOf, distanceOf } from '#app/scoring/comparison.ts'
import { listTally } from '#app/scoring/list-tally.ts'
import { acrossAgreement, pairwiseAgreement } from '#app/scoring/pairwise-agreement.ts'
import { plausibleRanges } from '#app/scoring/plausible-range.ts'
import { randomFrom } from '#app/scoring/random.ts'
import { type Draw, redrawAgreements } from '#app/scoring/redraw.ts'

const comparison: fc.Arbitrary<Comparison> = fc.oneof(
  fc.record({ kind: fc.constant('linear' as const), points: fc.integer({ min: 2, max: 7 }) }),
  fc.record({
    kind: fc.constant('match' as const),
    options: fc.integer({ min: 4, max: 9 }),
    real: fc.integer({ min: 1, max: 4 }),
  }),
  fc.record({
    kind: fc.constant('lists' as const),
    catalogue: fc.integer({ min: 12, max: 20 }),
    asked: fc.integer({ min: 1, max: 4 }),
    ordered: fc.boolean(),
  }),
)

function answerTo(asked: Comparison): fc.Arbitrary<CodedAnswer | null> {
  if (asked.kind === 'lists') {
    return fc.option(fc.uniqueArray(fc.nat(asked.catalogue - 1), { minLength: 1, maxLength: 5 }))
  }
  return fc.option(fc.nat((asked.kind === 'linear' ? asked.points : asked.options) - 1))
}

/** A comparison, the answers of two levels, and how often each person came up. */
const drawnItem = comparison.chain((asked) => {
  const level = fc.array(fc.record({ answer: answerTo(asked), weight: fc.nat(3) }), { maxLength: 8 })
  return fc.record({ asked: fc.constant(asked), senior: level, department: level })
})

type Drawn = readonly { answer: CodedAnswer | null; weight: number }[]

function tallyOf(asked: Comparison, senior: Drawn, department: Drawn) {
  const answers = {
    senior: senior.map(({ answer }) => answer),
    department: department.map(({ answer }) => answer),
  }
  return asked.kind === 'lists' ? listTally(asked, answers) : codeTally(asked, answers)
}

function drawOf(people: Drawn, imaginary = 0): Draw {
  const drawn = people.flatMap(({ weight }, index) => (weight > 0 ? [index] : []))
  return {
    weightOf: Int32Array.from(people, ({ weight }) => weight),
    drawn: Int32Array.from(drawn),
    distinct: drawn.length,
    imaginary,
  }
}

/** Everybody as often as they came up; two copies of one person keep that person's number. */
const copies = (people: Drawn) =>
  people.flatMap(({ answer, weight }, index) =>
    answer === null ? [] : Array.from({ length: weight }, () => ({ answer, index })),
  )

function pairByPair(asked: Comparison, pairs: readonly (readonly [CodedAnswer, CodedAnswer])[]): number {
  const sum = (measure: typeof distanceOf) => pairs.reduce((total, [a, b]) => total + measure(asked, a, b), 0)
  return 1 - sum(distanceOf) / sum(chanceDistanceOf)
}

describe('counting by option or theme', () => {
  test('comes to what pairs of different people come to, one by one', () => {
    fc.assert(
      fc.property(drawnItem, ({ asked, senior, department }) => {
        const tally = tallyOf(asked, senior, department)
        tally.count('senior', drawOf(senior), randomFrom(1))
        tally.count('department', drawOf(department), randomFrom(1))
        const [a, b] = [copies(senior), copies(department)]
        const within = a.flatMap((one, at) =>
          a
            .slice(at + 1)
            .flatMap((other) => (other.index === one.index ? [] : [[one.answer, other.answer] as const])),
        )
        const across = a.flatMap((one) => b.map((other) => [one.answer, other.answer] as const))
        if (within.length > 0) expect(tally.within('senior')).toBeCloseTo(pairByPair(asked, within), 10)
        else expect(tally.within('senior')).toBeNaN()
        if (across.length > 0) expect(tally.across()).toBeCloseTo(pairByPair(asked, across), 10)
        else expect(tally.across()).toBeNaN()
      }),
      { numRuns: 400 },
    )
  })

  test('comes to the observed figure where everybody came up once', () => {
    fc.assert(
      fc.property(drawnItem, ({ asked, senior, department }) => {
        const once = (people: Drawn) => people.map((person) => ({ ...person, weight: 1 }))
        const tally = tallyOf(asked, once(senior), once(department))
        tally.count('senior', drawOf(once(senior)), randomFrom(1))
        tally.count('department', drawOf(once(department)), randomFrom(1))
        const answers = [senior, department].map((people) => people.map(({ answer }) => answer))
        const [a = [], b = []] = answers
        const observed = [pairwiseAgreement(asked, a), acrossAgreement(asked, a, b)]
        const counted = [tally.within('senior'), tally.across()]
        observed.forEach((result, at) => {
          if (result.kind === 'measured') expect(counted[at]).toBeCloseTo(result.value, 10)
        })
      }),
      { numRuns: 200 },
    )
  })

  test.each<Comparison>([
    { kind: 'linear', points: 5 },
    { kind: 'match', options: 10, real: 8 },
    { kind: 'lists', catalogue: 12, asked: 3, ordered: false },
    { kind: 'lists', catalogue: 12, asked: 3, ordered: true },
  ])('imaginary people who answer at random agree by 0 on average: %o', (asked) => {
    const tally = tallyOf(asked, [], [])
    const random = randomFrom(5)
    let within = 0
    let across = 0
    for (let turn = 0; turn < 4000; turn++) {
      tally.count('senior', drawOf([], 4), random)
      tally.count('department', drawOf([], 3), random)
      within += tally.within('senior') / 4000
      across += tally.across() / 4000
    }
    expect(within).toBeCloseTo(0, 1)
    expect(across).toBeCloseTo(0, 1)
  })
})

describe('redrawn ranges', () => {
  const rangeOf = (answers: readonly number[], asked: Comparison) => {
    const item = { comparison: asked, answers: { senior: answers, department: null } }
    const [redrawn] = redrawAgreements([item], 4000, randomFrom(11))
    return plausibleRanges(redrawn?.senior ?? [], 1)
  }

  // One imaginary person among eight keeps a unanimous team from certainty. Run through all frequency tables, the lower 95 %
  // limits are .38 for eight people on five points and -.20 for five on yes or no; pairs of two copies of one person agree in
  // those, and leaving them out lowers the limit.
  test('a unanimous team has a range, too', () => {
    const eight = rangeOf(Object.freeze([3, 3, 3, 3, 3, 3, 3, 3]), { kind: 'linear', points: 5 })
    expect(eight.range95?.[0]).toBeGreaterThan(0.1)
    expect(eight.range95?.[0]).toBeLessThan(0.38)
    expect(eight.range95?.[1]).toBe(1)
    const five = rangeOf(Object.freeze([1, 1, 1, 1, 1]), { kind: 'match', options: 2, real: 2 })
    expect(five.range95?.[0]).toBeLessThanOrEqual(-0.2)
  })

  test('a level that may not be shown is not drawn', () => {
    const item = {
      comparison: { kind: 'linear', points: 5 } as const,
      answers: { senior: [1, 2], department: null },
    }
    expect(redrawAgreements([item], 10, randomFrom(1))).toEqual([
      { senior: expect.any(Float64Array), department: null, across: null },
    ])
  })

  test('a difference is centred on what was observed', () => {
    const { range90 } = plausibleRanges(Object.freeze([0, 0.1, 0.2]), 0.5, { centred: true })
    expect(range90?.[0]).toBeCloseTo(0.41, 10)
    expect(range90?.[1]).toBeCloseTo(0.59, 10)
  })

  test('nothing redrawn gives no range', () => {
    expect(plausibleRanges([Number.NaN], 1)).toEqual({ range90: null, range95: null })
  })
})
