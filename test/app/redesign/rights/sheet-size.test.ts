import { expect, test } from 'vitest'
import type { Right } from '#app/redesign/rights/right.ts'
import { isDense } from '#app/redesign/rights/sheet-size.ts'

const RIGHT: Right = {
  situation: 'x'.repeat(60),
  owner: 'x'.repeat(20),
  response: 'x'.repeat(80),
  cycle: 'x'.repeat(30),
  escalation: [{ to: 'x'.repeat(20), withinDays: 2 }],
  itemId: '',
  signedBy: '',
  signedOn: '',
}

test('a register of usual length is set in the usual size, a wordy or long one smaller', () => {
  expect(isDense(Array.from({ length: 8 }, () => RIGHT))).toBe(false)
  expect(isDense(Array.from({ length: 8 }, () => ({ ...RIGHT, response: 'x'.repeat(240) })))).toBe(true)
  expect(isDense(Array.from({ length: 12 }, () => RIGHT))).toBe(true)
})
