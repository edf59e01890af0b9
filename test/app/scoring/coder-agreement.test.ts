import { expect, test } from 'vitest'
import { coderAgreement } from '#app/scoring/coder-agreement.ts'

const coded = (themes: Record<string, string>) => new Map(Object.entries(themes))
const FIRST = coded({ a: '1', b: '1', c: '2', d: '2', e: '3' })

test('coders who make the same groups agree, whatever they call them', () => {
  expect(coderAgreement(FIRST, coded({ a: 'x', b: 'x', c: 'y', d: 'y', e: 'z' }))).toEqual({
    alpha: 1,
    reading: 'accept',
    disagreements: [],
  })
})

test('lines that are put with others are listed, the furthest apart first', () => {
  const { alpha, reading, disagreements } = coderAgreement(
    FIRST,
    coded({ a: 'x', b: 'x', c: 'y', d: 'z', e: 'z' }),
  )
  // {c, d} against {c}: 1 - 1/2 x .67; {c, d} against {d, e}: 1 - 1/3 x .33; {e} against {d, e} as the first.
  expect(disagreements.map(({ lineId, distance }) => [lineId, Number(distance.toFixed(3))])).toEqual([
    ['d', 0.89],
    ['c', 0.665],
    ['e', 0.665],
  ])
  expect(alpha).toBeGreaterThan(0.4)
  expect(alpha).toBeLessThan(0.67)
  expect(reading).toBe('recode')
})

test('lines that one of the two left out are not counted', () => {
  expect(coderAgreement(FIRST, coded({ a: 'x', b: 'x' })).disagreements).toEqual([])
  expect(coderAgreement(FIRST, new Map()).alpha).toBeNull()
})
