import { expect, test } from 'vitest'
import { mayPublishAgain } from '#app/report/freeze.ts'

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
