import { expect, test } from 'vitest'
import { shortened } from '#app/redesign/plan/shortened.ts'

test('a text that fits stays as it is', () => {
  expect(shortened('Pay debts down', 14)).toBe('Pay debts down')
})

test('a longer one is cut between words, a single long word inside it', () => {
  expect(shortened('Pay debts down by June', 16)).toBe('Pay debts down…')
  expect(shortened('x'.repeat(20), 10)).toBe(`${'x'.repeat(9)}…`)
})
