import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Level } from '#app/questionnaire/instrument.ts'
import { fragilityOf } from '#app/scoring/fragility.ts'
import { isLevelTestFragile } from '#app/scoring/level-test.ts'
import { quadrantOf } from '#app/scoring/quadrant.ts'
import type { Agreement, Band, RoundScores } from '#app/scoring/round-scores.ts'
import { scoreRound } from '#app/scoring/score-round.ts'
import { cantSay, owner, type Person, point, priorities, roundOf, times } from './round-builder.ts'

const open = Object.freeze({ open: true, needed: 3 })
const closed = Object.freeze({ open: false, needed: 5 })
const figure = Object.freeze({ s: 0.47, items: 4, range90: [0.35, 0.6] as const, chanceLine: 0.1 })

describe('a band is fragile', () => {
  test('if one person fewer would change it; open mode says how many such people there are, and to what', () => {
    expect(fragilityOf(figure, Object.freeze([0.44, 0.5, 0.41, null]), open)).toEqual({
      changes: true,
      people: 2,
      to: 'mixed',
    })
  })

  test('and outside open mode it is told as no more than that', () => {
    expect(fragilityOf(figure, Object.freeze([0.44, 0.5]), closed)).toEqual({
      changes: true,
      people: null,
      to: null,
    })
  })

  test('not if it holds without each of them', () => {
    expect(fragilityOf(figure, Object.freeze([0.46, 0.5, 0.6]), open)).toEqual({
      changes: false,
      people: 0,
      to: null,
    })
  })

  test('not by the last digit of a figure that is reckoned in two ways', () => {
    const edge = { ...figure, s: 0.455 }
    expect(fragilityOf(edge, [0.455 - 1e-12], open).changes).toBe(false)
  })

  test('towards the chance line, too', () => {
    expect(fragilityOf({ ...figure, chanceLine: 0.46 }, [0.45], open)).toMatchObject({ to: 'like-random' })
  })
})

test('the test of the levels is fragile if the least or the most that p would be decides otherwise', () => {
  const asItIs = (p: number) => p
  expect(isLevelTestFragile({ p: 0.04, without: [0.01, 0.06] }, asItIs)).toBe(true)
  expect(isLevelTestFragile({ p: 0.07, without: [0.02, 0.09] }, asItIs)).toBe(true)
  expect(isLevelTestFragile({ p: 0.01, without: [0.005, 0.03] }, asItIs)).toBe(false)
  expect(isLevelTestFragile({ p: 0.01, without: [0.005, 0.03] }, (p) => 3 * p)).toBe(true)
})

const score = (senior: readonly Person[], mode: 'open' | 'confidential' = 'open') =>
  scoreRound(roundOf({ senior, department: [] }, { mode, redraws: 4 }))
const ownership = (scores: RoundScores) => {
  const level = scores.items.find(({ itemId }) => itemId === 'owns-outcome')?.byLevel.senior
  if (level?.kind !== 'measured' || level.detail.kind !== 'owner') throw new Error('no owner')
  return level.detail
}

describe('the state of an owner', () => {
  const named = (coo: number, nobody: number) => [
    ...times(coo, { 'owns-outcome': owner('coo') }),
    ...times(nobody, { 'owns-outcome': owner('nobody') }),
  ]

  test('is fragile where one person decides: four of seven, but not five of seven', () => {
    expect(ownership(score(named(4, 3), 'confidential'))).toMatchObject({ state: 'agreed', fragile: true })
    expect(ownership(score(named(5, 2), 'confidential'))).toMatchObject({ state: 'agreed', fragile: false })
  })
})

const person: fc.Arbitrary<Person> = fc
  .record(
    {
      priorities: fc.subarray(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'], { maxLength: 4 }),
      stops: fc.subarray(['x', 'y']),
      signals: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 4, maxLength: 4 }),
      owner: fc.constantFrom('coo', 'cpo', 'nobody', 'cant-say'),
    },
    { requiredKeys: ['signals', 'owner'] },
  )
  .map(({ priorities: todo, stops, signals, owner: who }) => ({
    ...(todo ? { priorities: priorities(...todo) } : {}),
    ...(stops ? { stops: priorities(...stops) } : {}),
    'owns-outcome': who === 'cant-say' ? cantSay : owner(who),
    'added-midquarter': point(signals[0] ?? 1),
    'hard-to-say-no': point(signals[1] ?? 1),
    'all-green': point(signals[2] ?? 1),
    'slow-crossfunctional': point(signals[3] ?? 1),
  }))

test('flags, verdicts and states are fragile where leaving somebody out and scoring again changes them', () => {
  fc.assert(
    fc.property(fc.array(person, { minLength: 6, maxLength: 8 }), (people) => {
      const whole = score(people)
      const rest = people.map((_, left) => score(people.toSpliced(left, 1)))
      const differs = (read: (scores: RoundScores) => unknown) =>
        rest.some((scores) => read(scores) !== undefined && read(scores) !== read(whole))
      expect(ownership(whole).fragile).toBe(differs((scores) => ownership(scores).state))
      if (whole.signals.kind === 'measured') {
        const verdict = ({ signals }: RoundScores) =>
          signals.kind === 'measured' ? signals.verdict : undefined
        expect(whole.signals.fragile).toBe(differs(verdict))
      }
      const { senior } = whole.overload
      const measurable = rest.every((scores) => scores.overload.senior.kind === 'measured')
      if (senior.kind === 'measured' && measurable && everybodyCanBeAsked(people)) {
        const flag = ({ overload }: RoundScores) =>
          overload.senior.kind === 'measured' ? overload.senior.flagged : undefined
        expect(senior.fragile).toBe(differs(flag))
      }
    }),
    { numRuns: 25 },
  )
})

/** Enough people name a stop that the test of stops does not come and go with one of them. */
function everybodyCanBeAsked(people: readonly Person[]): boolean {
  return people.filter(({ stops }) => stops !== undefined).length > 3
}

describe('the quadrant of strength and agreement', () => {
  const agreed = (band: Band): Agreement => ({
    kind: 'measured',
    s: 0.5,
    n: 8,
    items: 4,
    distance: null,
    chanceDistance: null,
    range90: [0.4, 0.6],
    range95: [0.4, 0.6],
    chanceLine: 0.1,
    band,
    camps: false,
    fragility: { changes: false, people: null, to: null },
  })
  const strength = (value: number) => ({ kind: 'measured', value, n: 8 }) as const

  test.each<[Band, number, ReturnType<typeof quadrantOf>]>([
    ['aligned', 60, 'healthy'],
    ['aligned', 59.9, 'shared-problem'],
    ['mixed', 60, 'narrative-gap'],
    ['divergent', 80, 'narrative-gap'],
    ['divergent', 20, 'contested'],
    ['too-wide', 80, null],
    ['like-random', 20, null],
  ])('%s at strength %f: %s', (band, value, expected) => {
    expect(quadrantOf(agreed(band), strength(value))).toBe(expected)
  })

  test('is none without agreement or strength', () => {
    const few = { kind: 'too-few', n: null, needed: 5 } as const
    expect(quadrantOf(few, strength(80))).toBeNull()
    expect(quadrantOf(agreed('aligned'), few)).toBeNull()
  })

  test('stands beside every construct of a round', () => {
    const scores = score(times(6, { 'owns-outcome': owner('nobody'), tiebreak: point(5) }), 'confidential')
    const at = (construct: string, level: Level) =>
      scores.constructs.find((one) => one.construct === construct)?.quadrantByLevel[level]
    expect(at('alignment', 'senior')).toBe('healthy')
    expect(at('alignment', 'department')).toBeNull()
  })
})
