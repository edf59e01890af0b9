import { expect, test } from 'vitest'
import { ownerRoleOf } from '#app/redesign/owner-role.ts'

test('the head of the company is called as the client calls them', () => {
  expect(ownerRoleOf('Chief executive', ['Head of build', 'Managing partner'])).toBe('Managing partner')
  expect(ownerRoleOf('Chief executive', ['Chief executive', 'Managing director'])).toBe('Chief executive')
  expect(ownerRoleOf('Chief executive', ['CEO'])).toBe('CEO')
})

test('a role within the company is not taken for its head', () => {
  expect(ownerRoleOf('Chief executive', ['Deputy chief executive', 'Product owner'])).toBe(
    'The head of the company',
  )
})

test('who leads operations stands in for a chief operating officer, else the head of the company', () => {
  expect(ownerRoleOf('Chief operating officer', ['Chief executive', 'Operations director'])).toBe(
    'Operations director',
  )
  expect(ownerRoleOf('Chief operating officer', ['Managing partner', 'Head of growth'])).toBe(
    'Managing partner',
  )
  expect(ownerRoleOf('Chief operating officer', [])).toBe('The head of the company')
})

test('a group keeps its name', () => {
  expect(ownerRoleOf('Senior team', ['Managing partner'])).toBe('Senior team')
})
