import { describe, expect, test } from 'vitest'
import { calibrationOf } from '#app/themes/grouping/calibration.ts'
import { condensedMatrix, pairIndex, valueAt } from '#app/themes/grouping/condensed-matrix.ts'
import { groupName } from '#app/themes/grouping/group-name.ts'
import { characterGrams, contentStems } from '#app/themes/grouping/line-features.ts'
import { opposedLines } from '#app/themes/grouping/opposed-lines.ts'
import { tfIdf } from '#app/themes/grouping/sparse-vectors.ts'
import { stem } from '#app/themes/grouping/stem.ts'
import { shippedTopicVectors } from '#app/themes/grouping/topic-vectors.ts'
import { TOPICS } from '#app/themes/grouping/topics.ts'
import { centred, dot, joined, unit } from '#app/themes/grouping/vectors.ts'

describe('calibration records', () => {
  const record = {
    encoder: 'e',
    normaliser: 'n-1',
    veryLikely: 0.5,
    careful: 0.3,
    automatic: 0.2,
    free: 0.1,
    maybe: 0.1,
    link: 0.4,
  }

  test('belong to one encoder and one normaliser, and to no other', () => {
    expect(calibrationOf('e', 'n-1', [record])).toEqual(record)
    expect(calibrationOf('e', 'n-2', [record])).toBeNull()
    expect(calibrationOf('f', 'n-1', [record])).toBeNull()
  })

  test('are refused where the heights are out of order', () => {
    expect(() => calibrationOf('e', 'n-1', [{ ...record, automatic: 0.6 }])).toThrow('the heights must fall')
  })

  test('ship for the encoder and for words alone', () => {
    expect(calibrationOf('minilm-l6-v2')).not.toBeNull()
    expect(calibrationOf('lexical-1')).not.toBeNull()
  })
})

test('a condensed matrix holds each pair once, whichever way it is asked', () => {
  const matrix = condensedMatrix(5)
  expect(matrix.values).toHaveLength(10)
  const indices = new Set<number>()
  for (let a = 0; a < 5; a += 1) for (let b = a + 1; b < 5; b += 1) indices.add(pairIndex(5, a, b))
  expect([...indices].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  matrix.values[pairIndex(5, 3, 1)] = 0.5
  expect(valueAt(matrix, 1, 3)).toBe(0.5)
  expect(valueAt(matrix, 2, 2)).toBe(1)
})

test.each([
  ['deliveries', 'delivery'],
  ['organisation', 'organization'],
  ['planning', 'plan'],
  ['hires', 'hiring'],
  ['process', 'processes'],
])('%s and %s have one stem', (a, b) => {
  expect(stem(a)).toBe(stem(b))
})

test('grams keep to words and mark their ends', () => {
  expect(characterGrams('An ox')).toEqual([' an', 'an ', ' an ', ' ox', 'ox ', ' ox '])
  expect(contentStems('The roofs of 3 depots by May')).toEqual(
    [stem('roof'), stem('depot'), stem('may')].filter((word) => word !== 'may'),
  )
})

test('TF-IDF weighs a feature that few lines have more than one that all have', () => {
  const [first] = tfIdf([['a', 'b'], ['b', 'c'], ['b']])
  const [a, b] = [first?.get('a') ?? 0, first?.get('b') ?? 0]
  // 1 + ln(4/2) against 1 + ln(4/4)
  expect(a / b).toBeCloseTo(1 + Math.log(2), 12)
  expect(a * a + b * b).toBeCloseTo(1, 12)
})

test('centring takes away what all have in common; parts joined give the weighted sum of their products', () => {
  const [a, b] = centred([Float32Array.from([1, 1]), Float32Array.from([1, -1])])
  expect(dot(a!, b!)).toBeCloseTo(-1, 6)
  const [x, y] = [unit(Float32Array.from([3, 4])), unit(Float32Array.from([4, 3]))]
  expect(
    dot(
      joined([
        [0.3, x],
        [0.7, y],
      ]),
      joined([
        [0.3, y],
        [0.7, y],
      ]),
    ),
  ).toBeCloseTo(0.3 * dot(x, y) + 0.7, 6)
  expect(unit(new Float32Array(2))).toEqual(new Float32Array(2))
})

test('a group is called by its middle line, and of equally near ones by that of two to five words', () => {
  const texts = [
    '- repair the roofs',
    'Roofs',
    'the roofs of all depots have to be repaired before winter comes',
  ]
  const matrix = { size: 3, values: Float32Array.from([0.5, 0.5, 0.5]) }
  expect(groupName(matrix, [0, 1, 2], (line) => texts[line]!)).toBe('Repair the roofs')
  const skewed = { size: 3, values: Float32Array.from([0.1, 0.5, 0.9]) }
  expect(groupName(skewed, [0, 1, 2], (line) => texts[line]!)).toMatch(/^The roofs of all depots/)
})

describe('opposed lines', () => {
  test.each([
    [
      ['Grow the night network', 'Grow our night network', 'Cut the night network'],
      [2],
      'says “cut” where others say “grow”',
    ],
    [['Raise prices', 'Do not raise prices', 'Raise prices soon'], [1], 'says “not” where others do not'],
    [['Open the new depot', 'Delay the new depot'], [1], 'says “delay” where others say “open”'],
  ])('%j', (texts, lines, why) => {
    expect(opposedLines(texts)).toEqual({ lines, why })
  })

  test.each([
    [['Cut waiting times', 'Raise punctuality']],
    [['Repair the roofs', 'Roofs repaired']],
    [['Do not raise prices', 'No price rises']],
    [['Do not cut the night network', 'Grow the night network']],
    [['Roofs']],
  ])('nothing is opposed in %j', (texts) => {
    expect(opposedLines(texts)).toBeNull()
  })
})

test('every topic has a vector of length one that came with the software, for its own encoder only', () => {
  const vectors = shippedTopicVectors('minilm-l6-v2')
  expect(vectors).toHaveLength(TOPICS.length)
  for (const vector of vectors ?? []) expect(dot(vector, vector)).toBeCloseTo(1, 5)
  expect(shippedTopicVectors('another')).toBeNull()
})
