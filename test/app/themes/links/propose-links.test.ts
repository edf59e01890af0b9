import { expect, test } from 'vitest'
import { condensedMatrix, pairIndex } from '#app/themes/grouping/condensed-matrix.ts'
import { type LinkableTheme, proposeLinks } from '#app/themes/links/propose-links.ts'

const THEMES: readonly LinkableTheme[] = Object.freeze([
  { id: 'brand', role: 'priority', places: [0, 1] },
  { id: 'roofs', role: 'priority', places: [2] },
  { id: 'no-brand', role: 'stop', places: [3] },
  { id: 'builders', role: 'dependency', places: [4, 5] },
  { id: 'empty', role: 'stop', places: [] },
])

function matrix(values: [number, number, number][]) {
  const similarities = condensedMatrix(6)
  for (const [a, b, value] of values) similarities.values[pairIndex(6, a, b)] = value
  return similarities
}

const reasonOf = (a: number, b: number, similarity: number) => `${a}~${b} ${similarity.toFixed(2)}`

test('a priority that others would stop is a conflict, one that waits for something a dependency, the nearest first', () => {
  const links = proposeLinks(
    THEMES,
    matrix([
      [1, 3, 0.5],
      [2, 5, 0.75],
      [2, 4, 0.25],
    ]),
    0.4,
    reasonOf,
  )
  expect(links).toEqual([
    { themeIds: ['roofs', 'builders'], kind: 'dependency', confidence: 0.75, why: '2~5 0.75' },
    { themeIds: ['brand', 'no-brand'], kind: 'conflict', confidence: 0.5, why: '1~3 0.50' },
  ])
})

test('themes are as near as their two nearest lines, and what is farther than the threshold is no link', () => {
  expect(
    proposeLinks(
      THEMES,
      matrix([
        [0, 3, 0.3],
        [1, 3, 0.39],
      ]),
      0.4,
      reasonOf,
    ),
  ).toEqual([])
  expect(
    proposeLinks(
      THEMES,
      matrix([
        [0, 3, -0.3],
        [1, 3, 0.5],
      ]),
      0.4,
      reasonOf,
    ),
  ).toHaveLength(1)
})

test('priorities are not linked to priorities, nor stops to dependencies', () => {
  expect(
    proposeLinks(
      THEMES,
      matrix([
        [0, 2, 0.9],
        [3, 4, 0.9],
      ]),
      0.4,
      reasonOf,
    ),
  ).toEqual([])
})

test('a theme has three links at most', () => {
  const stops = Array.from(
    { length: 5 },
    (_, at): LinkableTheme => ({ id: `s${at}`, role: 'stop', places: [at + 1] }),
  )
  const similarities = matrix(
    stops.map(({ places: [place] }): [number, number, number] => [0, place!, 0.5 + place! / 10]),
  )
  const links = proposeLinks(
    [{ id: 'p', role: 'priority', places: [0] }, ...stops],
    similarities,
    0.4,
    reasonOf,
  )
  expect(links.map(({ themeIds }) => themeIds[1])).toEqual(['s4', 's3', 's2'])
})
