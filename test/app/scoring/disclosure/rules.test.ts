import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exposedGroup } from '#app/scoring/disclosure/audit.ts'
import { namedPerson } from '#app/scoring/disclosure/named-person.ts'
import { shownGroups } from '#app/scoring/disclosure/shown-groups.ts'
import { mayBeSplit, spreadInAWord } from '#app/scoring/disclosure/spread.ts'
import { unknownToReaders } from '#app/scoring/disclosure/unknown-to-readers.ts'

test('whatever the sizes of groups, what is shown beside the total isolates nobody', () => {
  const sizes = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 7 })
  fc.assert(
    fc.property(sizes, (people) => {
      const groups = people.map((count, at) => ({ name: String(at), people: count }))
      const { total, groups: shown } = shownGroups(groups, 5)
      const sets = shown.map((name) => groups.map((group) => (group.name === name ? 1 : 0)))
      const all = total ? [groups.map(() => 1)] : []
      expect(exposedGroup(groups, [...all, ...sets], 5)).toBeNull()
      expect(shown.every((name) => (people[Number(name)] ?? 0) >= 5)).toBe(true)
    }),
    { numRuns: 20_000 },
  )
})

test('of two groups of the same size the first declared is hidden', () => {
  const groups = [20, 20, 4].map((people, at) => ({ name: `${at}`, people }))
  expect(shownGroups(groups, 5)).toEqual({ total: true, groups: ['1'] })
})

test('nobody is named who did not agree, nor where the others are too few', () => {
  expect(namedPerson({ agreed: false, others: [20] }, 5).person).toBe(false)
  expect(namedPerson({ agreed: true, others: [4] }, 5).person).toBe(false)
  expect(namedPerson({ agreed: true, others: [5] }, 5).person).toBe(true)
  expect(namedPerson({ agreed: true, others: [5, 7] }, 5).groups).toBe(true)
  expect(namedPerson({ agreed: true, others: [4, 7] }, 5).groups).toBe(false)
})

test('one dissenter makes no split, two of five do, and two of twelve do not', () => {
  expect(mayBeSplit([1, 0, 0, 0, 4])).toBe(false)
  expect(mayBeSplit([2, 0, 0, 0, 3])).toBe(true)
  expect(mayBeSplit([2, 0, 1, 3, 6])).toBe(false)
  expect(spreadInAWord([1, 0, 3, 0, 1])).toBe('mixed')
})

test('readers who answered are taken off', () => {
  expect(unknownToReaders(8, 3)).toBe(5)
  expect(() => unknownToReaders(2, 3)).toThrow(RangeError)
})
