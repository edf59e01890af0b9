import { expect, test } from 'vitest'
import { shareRange } from '#app/diagnosis/share-range.ts'

// Wilson's limits by hand: (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n).
test('the 95 % limits of 8 of 9 are 0.565 and 0.980', () => {
  const [low, high] = shareRange(8, 9, 95)
  expect(low).toBeCloseTo(0.565, 3)
  expect(high).toBeCloseTo(0.98, 3)
})

test('unanimity has a width', () => {
  const [low, high] = shareRange(5, 5, 90)
  expect(low).toBeCloseTo(5 / (5 + 1.6448536269514722 ** 2), 12)
  expect(high).toBeCloseTo(1, 12)
})

test('the 90 % range lies inside the 95 % range', () => {
  expect(shareRange(3, 9, 90)[0]).toBeGreaterThan(shareRange(3, 9, 95)[0])
  expect(shareRange(3, 9, 90)[1]).toBeLessThan(shareRange(3, 9, 95)[1])
})

test.each([
  [1, 0],
  [-1, 5],
  [6, 5],
])('%i of %i is refused', (count, of) => {
  expect(() => shareRange(count, of, 90)).toThrow(RangeError)
})
