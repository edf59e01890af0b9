import { expect, test } from 'vitest'
import { kolmogorovSmirnov } from '#scripts/bench/kolmogorov-smirnov.ts'

const upTo = (most: number, shift = 0) => Array.from({ length: most }, (_, index) => index + shift)

test('two samples of one source are not told apart', () => {
  expect(kolmogorovSmirnov(upTo(100), upTo(100))).toEqual({ distance: 0, p: 1 })
  expect(kolmogorovSmirnov(upTo(100), upTo(100, 0.5)).p).toBe(1)
})

test('two samples that lie apart are', () => {
  const { distance, p } = kolmogorovSmirnov(upTo(100), upTo(100, 40))
  expect(distance).toBeCloseTo(0.4)
  expect(p).toBeLessThan(1e-6)
})

test('the likelihood is the published one: a distance of 1.36 roots is met by chance once in twenty times', () => {
  const many = 10_000
  const shift = Math.round(1.358 * Math.sqrt(2 * many))
  expect(kolmogorovSmirnov(upTo(many), upTo(many, shift)).p).toBeCloseTo(0.05, 2)
})
