import { expect, test } from 'vitest'
import { mayJoin, mayPublishAgain } from '#app/report/freeze.ts'

const K = 5

/** A first version of `first` people, and the answers as they stand after some came and some went. */
function versions(first: number, came: number, went: number) {
  const published = Array.from({ length: first }, (_, person) => `own:${person}`)
  const newcomers = Array.from({ length: came }, (_, person) => `own:new-${person}`)
  return { published, current: [...published.slice(went), ...newcomers] }
}

// The cases D01 to D06 of the disclosure rules.
test.each([
  ['D01: one late answer', 6, 1, 0, false],
  ['D02: four late answers', 6, 4, 0, false],
  ['D03: five late answers', 6, 5, 0, true],
  ['D04: one person asks for erasure', 9, 0, 1, false],
  ['D05: one in, one out', 9, 1, 1, false],
  ['D06: a second cohort of six', 12, 6, 0, true],
  ['nobody came or went', 9, 0, 0, true],
  ['five came and one went', 9, 5, 1, false],
  ['five came and five went', 9, 5, 5, true],
])('%s', (_, first, came, went, may) => {
  const { published, current } = versions(first, came, went)
  expect(mayPublishAgain(published, current, K)).toBe(may)
})

test('each round that a report rests on is looked at by itself', () => {
  const published = ['own:1', 'own:2', 'own:3', 'earlier:1', 'earlier:2', 'earlier:3']
  const current = ['own:1', 'earlier:1', 'earlier:2']
  expect(mayPublishAgain(published, current, 3)).toBe(false)
  expect(mayPublishAgain([...published, 'own:4'], ['own:1', ...published.slice(3)], 3)).toBe(true)
})

/** Keys of as many people who count at one place, from the person given on. */
const at = (place: string, people: number, from = 0) =>
  Array.from({ length: people }, (_, person) => `${place}:${from + person}`)

test('five newcomers of whom one is a senior lead are one too few at that level', () => {
  const before = [...at('own', 16), ...at('own/senior', 8), ...at('own/department', 8)]
  const spread = [...at('own', 21), ...at('own/senior', 9), ...at('own/department', 12)]
  expect(mayPublishAgain(before, spread, K)).toBe(false)
  const ofOneLevel = [...at('own', 21), ...at('own/senior', 13), ...at('own/department', 8)]
  expect(mayPublishAgain(before, ofOneLevel, K)).toBe(true)
})

test('of six who went only one had answered an item: the item tells of that one', () => {
  const before = [...at('own/senior', 14), ...at('own/senior/tiebreak', 9)]
  const after = [...at('own/senior', 8, 6), ...at('own/senior/tiebreak', 8, 1)]
  expect(mayPublishAgain(before, after, K)).toBe(false)
  expect(mayPublishAgain(before, [...at('own/senior', 8, 6), ...at('own/senior/tiebreak', 9)], K)).toBe(true)
})

test('of an item that fewer than twenty answered nothing may change: as many as all said the same would be known', () => {
  const item = 'own/senior/tiebreak'
  expect(mayPublishAgain(at(item, 12), at(item, 18), K)).toBe(false)
  expect(mayPublishAgain(at(item, 20), at(item, 26), K)).toBe(true)
  expect(mayPublishAgain(at(item, 20), at(item, 24), K)).toBe(false)
  expect(mayPublishAgain(at(item, 12), at(item, 12), K)).toBe(true)
})

test('where a version shows nothing of a level or an item there is nothing to subtract', () => {
  const shown = [...at('own', 12), ...at('own/senior/tiebreak', 4)]
  expect(mayPublishAgain(shown, [...at('own', 12), ...at('own/senior/tiebreak', 5)], K)).toBe(true)
  expect(mayPublishAgain([...at('own', 12)], [...at('own', 12), ...at('own/senior', 9)], K)).toBe(true)
})

test('three versions that pass two by two may still leave too few when all are taken together', () => {
  const people = (...groups: string[][]) => groups.flat().map((person) => `own:${person}`)
  const group = (name: string, size: number) => Array.from({ length: size }, (_, one) => `${name}${one}`)
  const [a, b, few] = [group('a', 6), group('b', 6), group('few', 2)]
  // The first version is the other two together and the two people: the difference of all three is theirs.
  const versions = [people(a, b, few), people(a)]
  expect(versions.every((version) => mayPublishAgain(version, people(b), K))).toBe(true)
  expect(mayJoin(versions, people(b), K)).toBe(false)
  expect(mayJoin([people(a, b)], people(b), K)).toBe(true)
})
