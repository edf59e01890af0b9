import { expect, test } from 'vitest'
import { countLimits } from '#app/scoring/people-count.ts'
import { codedParts } from '#app/scoring/score-key-results.ts'
import { scoreRound } from '#app/scoring/score-round.ts'
import { fullInstrument } from '#test/helpers/scores.ts'
import { type Person, priorities, roundOf, times } from './round-builder.ts'

const OPEN = { open: true, needed: 3 }
const CONFIDENTIAL = { open: false, needed: 5 }
const wrote = (...lines: string[]): Person => ({ 'key-results': priorities(...lines) })
const keyResultsOf = (senior: Person[], mode: 'open' | 'confidential' = 'confidential') =>
  scoreRound({ ...roundOf({ senior, department: [] }, { mode }), instrument: fullInstrument }).keyResults

test('lines are counted by how they read: six people, each with work, a thing and a result', () => {
  const people = times(6, wrote('Run the training', 'Ship the dashboard', 'Churn from 5 % to 3 %'))
  const third = { kind: 'exact', count: 6, of: 18 }
  expect(keyResultsOf(people)?.senior).toEqual({
    kind: 'measured',
    n: 6,
    lines: 18,
    activity: third,
    output: third,
    outcome: third,
  })
})

test('below the smallest group nothing is told, and whoever wrote nothing that can be read is not counted', () => {
  expect(keyResultsOf(times(4, wrote('Run the training')))?.senior).toEqual({
    kind: 'too-few',
    n: null,
    needed: 5,
  })
  const people = [...times(4, wrote('Run the training')), ...times(3, wrote('?????'))]
  expect(keyResultsOf(people)?.senior).toEqual({ kind: 'too-few', n: null, needed: 5 })
  expect(keyResultsOf(people, 'open')?.senior).toMatchObject({ n: 4, lines: 4 })
})

test('one person whose lines cannot be read is not set apart by the number of people', () => {
  const all = times(6, wrote('Run the training'))
  expect(keyResultsOf([...all, wrote('?????')])?.senior).toMatchObject({ n: 7, lines: 6 })
  expect(keyResultsOf([...all, ...times(2, wrote('?????'))])?.senior).toMatchObject({ n: 6, lines: 6 })
  expect(keyResultsOf([...all, wrote('?????')], 'open')?.senior).toMatchObject({ n: 6, lines: 6 })
})

test('a questionnaire that asks for none has none', () => {
  expect(scoreRound(roundOf({ senior: times(6, {}), department: [] })).keyResults).toBeNull()
})

test('a single line is not told by subtraction either', () => {
  expect(codedParts([8, 5, 1], CONFIDENTIAL)).toEqual([
    { kind: 'between', low: 8, high: 9, of: 14 },
    { kind: 'exact', count: 5, of: 14 },
    { kind: 'at-most-one', of: 14 },
  ])
  expect(codedParts([8, 5, 1], OPEN).map(({ kind }) => kind)).toEqual(['exact', 'exact', 'exact'])
})

test('whatever is shown holds the truth and leaves a coded part more than one value', () => {
  for (let whole = CONFIDENTIAL.needed; whole <= 14; whole += 1) {
    for (let first = 0; first <= whole; first += 1) {
      for (let second = 0; first + second <= whole; second += 1) {
        const parts = [first, second, whole - first - second] as const
        const limits = codedParts(parts, CONFIDENTIAL).map(countLimits)
        for (const [at, [low, high]] of limits.entries()) {
          expect(parts[at]).toBeGreaterThanOrEqual(low)
          expect(parts[at]).toBeLessThanOrEqual(high)
          if ((parts[at] ?? 0) > 1) continue
          // What a reader can make of it by taking the others from the whole.
          const others = limits.filter((_, index) => index !== at)
          const least = whole - others.reduce((sum, [, most]) => sum + most, 0)
          const most = whole - others.reduce((sum, [fewest]) => sum + fewest, 0)
          expect(Math.min(most, 1) - Math.max(least, 0), `${parts}`).toBeGreaterThan(0)
        }
      }
    }
  }
})
