import { expect, test } from 'vitest'
import { ownerError } from '#app/redesign/plan/one-owner.ts'

const KNOWN = ['Ada Moore', 'Ben Okri', 'Sales and marketing director', 'Chief executive']

test('an owner is a person or a role, known or not', () => {
  expect(ownerError('Ada Moore', KNOWN)).toBeNull()
  expect(ownerError('An outsider', KNOWN)).toBeNull()
})

test('nobody is no owner, and two of the people known are none either', () => {
  expect(ownerError('  ', KNOWN)).toMatch(/name one owner/)
  for (const two of ['Ada Moore and Ben Okri', 'ada moore, Chief executive', 'Ada Moore / Ben Okri'])
    expect(ownerError(two, KNOWN)).toMatch(/each waits/)
})

test('a title with an "and" in it is one role, in the list of roles or not', () => {
  expect(ownerError('Sales and marketing director', KNOWN)).toBeNull()
  expect(ownerError('Head of legal and compliance', KNOWN)).toBeNull()
})
