import { describe, expect, test } from 'vitest'
import { chanceLineOf } from '#app/scoring/chance-line.ts'
import type { Comparison } from '#app/scoring/comparison.ts'
import { exactChance } from '#app/scoring/exact-chance.ts'
import { randomFrom } from '#app/scoring/random.ts'
import { randomAgreements } from '#app/scoring/random-agreements.ts'

const rating: Comparison = { kind: 'linear', points: 5 }
const yesNo: Comparison = { kind: 'match', options: 2, real: 2 }
const answersOf = (n: number) => Object.freeze(new Array<number>(n).fill(0))
const twoDecimals = (line: number | null) => line && Math.round(100 * line) / 100
const lineOf = (comparison: Comparison, n: number) => chanceLineOf([{ comparison, answers: answersOf(n) }])

describe('the agreement that random answers reach one time in twenty', () => {
  // counted out apart from this code, over all ways to spread the people over the options
  test.each([
    [4, 1],
    [5, 0.63],
    [6, 0.58],
    [7, 0.46],
    [8, 0.38],
    [9, 0.34],
    [10, 0.32],
    [12, 0.27],
    [15, 0.24],
    [20, 0.19],
    [30, 0.15],
  ])('%i people on five points: %f', (n, line) => {
    expect(twoDecimals(lineOf(rating, n))).toBe(line)
  })

  test.each([
    [4, 0.71],
    [5, 0.56],
    [6, 0.48],
    [7, 0.42],
    [8, 0.36],
    [9, 0.34],
    [10, 0.31],
    [12, 0.27],
    [15, 0.23],
  ])('%i people on seven points: %f', (n, line) => {
    expect(twoDecimals(lineOf({ kind: 'linear', points: 7 }, n))).toBe(line)
  })

  test.each([
    [4, null],
    [5, null],
    [6, 1],
    [7, 1],
    [8, 1],
    [9, 0.56],
    [10, 0.6],
    [12, 0.39],
    [15, 0.31],
    [20, 0.21],
    [30, 0.13],
  ])('%i people on yes or no: %f', (n, line) => {
    expect(twoDecimals(lineOf(yesNo, n))).toBe(line)
  })

  test('counted out or drawn, it is about the same: 40 and 60 people on five points', () => {
    const drawn = randomAgreements(
      { comparison: rating, first: new Array<number>(40).fill(1), second: null },
      20_000,
      randomFrom(5),
    ).sort()
    expect(Math.abs((lineOf(rating, 40) ?? 0) - (drawn[19_000] ?? 0))).toBeLessThan(0.01)
    expect(lineOf(rating, 60)).toBeLessThan(lineOf(rating, 40) ?? 0)
  })

  test('an owner is counted out, too: two people meet with 8/100, twelve pass their line one time in twenty or less', () => {
    const chances = exactChance({ kind: 'match', options: 10, real: 8 }, 2) ?? []
    expect(chances).toEqual([
      { value: expect.closeTo(1, 12), probability: expect.closeTo(0.08, 12) },
      { value: expect.closeTo(1 - 1 / 0.92, 12), probability: expect.closeTo(0.92, 12) },
    ])
    const twelve: Comparison = { kind: 'match', options: 13, real: 8 }
    const drawn = randomAgreements(
      { comparison: twelve, first: new Array<number>(12).fill(1), second: null },
      20_000,
      randomFrom(7),
    )
    const line = lineOf(twelve, 12) ?? 0
    const reached = drawn.filter((value) => value >= line - 1e-9).length / drawn.length
    expect(reached).toBeLessThan(0.055)
  })

  test('falls as items are averaged, and the same sizes give the same line', () => {
    const item = { comparison: rating, answers: answersOf(8) }
    const four = chanceLineOf([item, item, item, item])
    expect(four).toBeLessThan(0.25)
    expect(four).toBeGreaterThan(0.1)
    expect(chanceLineOf([item, item, item, item])).toBe(four)
  })

  test('stands across two levels too, and for lists of unequal length', () => {
    const lists: Comparison = { kind: 'lists', catalogue: 12, asked: 3, ordered: true }
    const answers = [[0], [0, 1, 2], [3, 4], [1, 2, 3, 4], [5, 6, 7]]
    const within = chanceLineOf([{ comparison: lists, answers }]) ?? Number.NaN
    const across = chanceLineOf([{ comparison: lists, answers, other: answers }]) ?? Number.NaN
    expect(within).toBeGreaterThan(across)
    expect(across).toBeGreaterThan(0)
    expect(within).toBeLessThan(0.5)
  })

  test('nothing to compare has no line', () => {
    expect(chanceLineOf([])).toBeNull()
  })
})

test('the exact chances of an agreement sum to one', () => {
  for (const comparison of [rating, yesNo, { kind: 'match', options: 5, real: 3 } as const]) {
    const chances = exactChance(comparison, 17) ?? []
    expect(chances.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 10)
    expect(chances.reduce((sum, { value, probability }) => sum + value * probability, 0)).toBeCloseTo(0, 10)
  }
})

test('too many ways to spread the people, and lists, are not counted out', () => {
  expect(exactChance({ kind: 'match', options: 13, real: 8 }, 100)).toBeNull()
  expect(exactChance({ kind: 'lists', catalogue: 12, asked: 3, ordered: false }, 5)).toBeNull()
  expect(exactChance(rating, 1)).toBeNull()
})

test('random teams agree by 0 on average, in every way of comparing and at every size', () => {
  const ones = (n: number) => new Array<number>(n).fill(1)
  const shapes = [
    { comparison: rating, first: ones(6), second: null },
    { comparison: rating, first: ones(4), second: ones(7) },
    { comparison: { kind: 'match', options: 6, real: 4 } as const, first: ones(6), second: null },
    { comparison: { kind: 'match', options: 6, real: 4 } as const, first: ones(3), second: ones(5) },
    {
      comparison: { kind: 'lists', catalogue: 12, asked: 3, ordered: true } as const,
      first: [1, 3, 5],
      second: null,
    },
    {
      comparison: { kind: 'lists', catalogue: 12, asked: 3, ordered: false } as const,
      first: [2, 3],
      second: [1, 4],
    },
  ]
  for (const shape of shapes) {
    const sample = randomAgreements(shape, 6000, randomFrom(3))
    const mean = sample.reduce((sum, value) => sum + value, 0) / sample.length
    expect(Math.abs(mean), JSON.stringify(shape)).toBeLessThan(0.02)
  }
})
