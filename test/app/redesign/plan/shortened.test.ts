import { expect, test } from 'vitest'
import { shortened } from '#app/redesign/plan/shortened.ts'

test('a text that fits stays as it is', () => {
  expect(shortened('Pay debts down', 14)).toBe('Pay debts down')
})

test('a longer one is cut between words, a single long word inside it', () => {
  expect(shortened('Pay debts down by June', 16)).toBe('Pay debts down…')
  expect(shortened('x'.repeat(20), 10)).toBe(`${'x'.repeat(9)}…`)
})

test('a sign that takes two characters is left out whole where it does not fit', () => {
  const long = `${'a'.repeat(8)}${'\u{1F600}'.repeat(3)}`
  for (let most = 5; most < long.length; most += 1) {
    expect(shortened(long, most).isWellFormed()).toBe(true)
    expect(shortened(long, most).length).toBeLessThanOrEqual(most)
  }
})
