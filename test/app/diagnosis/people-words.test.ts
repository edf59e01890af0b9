import { expect, test } from 'vitest'
import {
  addTallies,
  complement,
  numberWord,
  peopleWords,
  tallyOf,
  tallyWords,
  unionOfOptions,
} from '#app/diagnosis/people-words.ts'

test.each([
  [{ kind: 'exact', count: 6, of: 9 }, 'six of nine'],
  [{ kind: 'exact', count: 0, of: 9 }, 'none of nine'],
  [{ kind: 'exact', count: 9, of: 9 }, 'all nine'],
  [{ kind: 'exact', count: 2, of: 2 }, 'both'],
  [{ kind: 'exact', count: 14, of: 23 }, '14 of 23'],
  [{ kind: 'at-most-one', of: 9 }, 'at most one of nine'],
  [{ kind: 'all-but-at-most-one', of: 9 }, 'all or all but one of nine'],
  [{ kind: 'between', low: 7, high: 8, of: 20 }, 'seven or eight of 20'],
  [{ kind: 'between', low: 3, high: 5, of: 20 }, 'three to five of 20'],
  [{ kind: 'between', low: 0, high: 2, of: 20 }, 'at most two of 20'],
  [{ kind: 'between', low: 18, high: 20, of: 20 }, 'at least 18 of 20'],
] as const)('%j is said as "%s"', (count, words) => {
  expect(peopleWords(count)).toBe(words)
})

test('numbers up to ten are words, larger ones figures', () => {
  expect([0, 1, 10, 11].map(numberWord)).toEqual(['no', 'one', 'ten', '11'])
})

test('a coded count added to an exact one stays a range', () => {
  const both = addTallies(tallyOf({ kind: 'at-most-one', of: 9 }), { low: 3, high: 3, of: 14 })
  expect(tallyWords(both)).toBe('three or four of 23')
})

test('everybody else is as vague as the count itself', () => {
  expect(complement({ low: 0, high: 1, of: 9 })).toEqual({ low: 8, high: 9, of: 9 })
})

test('people who chose one of several options are never more than there are', () => {
  expect(
    unionOfOptions(
      [
        { low: 8, high: 9, of: 9 },
        { low: 0, high: 1, of: 9 },
      ],
      9,
    ),
  ).toEqual({ low: 8, high: 9, of: 9 })
})
