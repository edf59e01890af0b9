import { expect, test } from 'vitest'
import { hitAt3 } from '#app/themes/evaluation/hit-at-3.ts'
import { joinsRight } from '#app/themes/evaluation/joins-right.ts'
import type { JudgedLine } from '#app/themes/evaluation/judged-line.ts'
import { pairAp } from '#app/themes/evaluation/pair-ap.ts'
import { adjustedRand, bCubed, savedShare } from '#app/themes/evaluation/partition-measures.ts'

function lines(...themes: string[]): JudgedLine[] {
  return Object.freeze(themes.map((theme, at) => ({ id: `${at}`, person: `p${at}`, theme }))) as JudgedLine[]
}

/** Similarities of pairs, named by the places of their lines: '01' is the pair of the first two. */
function given(values: Record<string, number>) {
  return (a: number, b: number) => values[a < b ? `${a}${b}` : `${b}${a}`] ?? 0
}

const AABB = lines('a', 'a', 'b', 'b')

test('pair AP is 1 when every pair of one theme lies above every other pair', () => {
  expect(pairAp(AABB, given({ '01': 0.9, '23': 0.8, '02': 0.7 }))).toBe(1)
})

test('pair AP: true pairs at ranks 1 and 3 give (1/1 + 2/3) / 2', () => {
  const similarityOf = given({ '01': 0.9, '02': 0.8, '23': 0.7, '03': 0.6, '12': 0.5, '13': 0.4 })
  expect(pairAp(AABB, similarityOf)).toBeCloseTo((1 + 2 / 3) / 2, 12)
})

test('pair AP of six equal pairs, two of them true, is 2/6: order among equals counts nothing', () => {
  expect(pairAp(AABB, () => 0.5)).toBeCloseTo(2 / 6, 12)
})

test('pair AP leaves out pairs of one person, and is null where no two people share a theme', () => {
  const own: JudgedLine[] = [
    { id: '0', person: 'p', theme: 'a' },
    { id: '1', person: 'p', theme: 'a' },
    { id: '2', person: 'q', theme: 'b' },
  ]
  expect(pairAp(own, () => 1)).toBeNull()
})

test('hit@3 counts lines that have a partner, and those of them that see one among their three nearest', () => {
  // Line 0 has its partner 4 behind three others; 4 has 0 first; 1, 2 and 3 have no partner.
  const five = lines('a', 'b', 'c', 'd', 'a')
  expect(hitAt3(five, given({ '01': 0.9, '02': 0.8, '03': 0.7, '04': 0.6 }))).toBe(1 / 2)
  expect(hitAt3(lines('a', 'b', 'c'), () => 0)).toBeNull()
})

test('B-cubed of three groups over two themes, worked by hand', () => {
  // Groups {0,1,2} {3}; themes {0,1} {2,3}. Precision: 2/3, 2/3, 1/3, 1. Recall: 1, 1, 1/2, 1/2.
  const { precision, recall, f1 } = bCubed(AABB, [0, 0, 0, 1])
  expect(precision).toBeCloseTo((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4, 12)
  expect(recall).toBeCloseTo(3 / 4, 12)
  expect(f1).toBeCloseTo((2 * precision * recall) / (precision + recall), 12)
})

test('the adjusted Rand index is 1 for the same partition, and 0 for one group of all', () => {
  expect(adjustedRand(AABB, [0, 0, 1, 1])).toBe(1)
  expect(adjustedRand(AABB, [0, 0, 0, 0])).toBe(0)
})

test('the adjusted Rand index of a grouping with one true join of two: (1 - 3·2/6) over (2.5 - 1) is 0', () => {
  // Groups {0,1,2} {3}: 3 pairs grouped, 2 themed, 1 both, of 6.
  expect(adjustedRand(AABB, [0, 0, 0, 1])).toBeCloseTo(0, 12)
  // Groups {0,1} {2} {3}: 1 grouped, 2 themed, 1 both: (1 - 1/3) / (1.5 - 1/3).
  expect(adjustedRand(AABB, [0, 0, 1, 2])).toBeCloseTo(2 / 3 / (3 / 2 - 1 / 3), 12)
})

test('saved is 1 for the themes themselves and 0 for every line alone', () => {
  expect(savedShare(AABB, [0, 0, 1, 1])).toBe(1)
  expect(savedShare(AABB, [0, 1, 2, 3])).toBe(0)
})

test('saved counts a line to take out and a join that is missing', () => {
  // Groups {0,1,2} {3}: line 2 must leave a's group; then b's majority is only in the second. One of two joins is left.
  expect(savedShare(AABB, [0, 0, 0, 1])).toBe(1 - 1 / 2)
  // Groups {0} {1} {2,3}: one join is missing.
  expect(savedShare(AABB, [0, 1, 2, 2])).toBe(1 - 1 / 2)
  expect(savedShare(lines('a', 'b'), [0, 1])).toBeNull()
})

test('a join is right where the commonest themes of both sides are the same', () => {
  const joins = [
    { a: 0, b: 1, height: 0.9 },
    { a: 0, b: 2, height: 0.8 },
    { a: 2, b: 3, height: 0.3 },
  ]
  expect(joinsRight(AABB, joins, 0.5)).toEqual({ right: 1, all: 2 })
  expect(joinsRight(AABB, joins, 0.95)).toEqual({ right: 0, all: 0 })
})
