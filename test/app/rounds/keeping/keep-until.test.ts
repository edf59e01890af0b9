import { expect, test } from 'vitest'
import { addMonths, keepingNotice, keepUntilFault, keepUntilOf } from '#app/rounds/keeping/keep-until.ts'
import { DRAFT_ROUND, OPEN_ROUND } from '#test/db/fixtures.ts'

const draft = DRAFT_ROUND // closes on 2026-03-14
const open = { ...OPEN_ROUND, keepUntil: '2027-03-14' }
const TODAY = '2026-03-05'

test('answers are kept for twelve months after the last day unless another day was set', () => {
  expect(keepUntilOf(draft)).toBe('2027-03-14')
  expect(keepUntilOf({ ...draft, keepUntil: '2026-06-01' })).toBe('2026-06-01')
})

test('a day that the last day has overtaken while the round was planned gives way to the usual one', () => {
  expect(keepUntilOf({ closesOn: '2026-07-01', keepUntil: '2026-06-01' })).toBe('2027-07-01')
})

test.each([
  ['2026-03-14', 12, '2027-03-14'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2026-08-31', 6, '2027-02-28'],
  ['2026-12-31', 2, '2027-02-28'],
])('%s and %i months is %s', (day, months, later) => {
  expect(addMonths(day, months)).toBe(later)
})

test('before the round opens any day after its last one will do, up to five years', () => {
  expect(keepUntilFault('2026-03-15', draft, TODAY)).toBeNull()
  expect(keepUntilFault('2031-03-14', draft, TODAY)).toBeNull()
  expect(keepUntilFault('2031-03-15', draft, TODAY)).toContain('latest')
  expect(keepUntilFault('2026-03-14', draft, TODAY)).toContain('later day')
  expect(keepUntilFault('soon', draft, TODAY)).toContain('2027-03-09')
})

test('once leads were promised a day it comes nearer and never goes further away', () => {
  expect(keepUntilFault('2027-03-14', open, TODAY)).toBeNull()
  expect(keepUntilFault('2026-09-01', open, TODAY)).toBeNull()
  expect(keepUntilFault('2027-03-15', open, TODAY)).toContain('never later')
  expect(keepUntilFault('2026-03-10', open, TODAY)).toContain('open until 14 March 2026')
  expect(keepUntilFault(TODAY, { ...open, state: 'closed' }, TODAY)).toContain('to come')
})

test('the monitor warns thirty days before and says afterwards that answers are gone', () => {
  const closed = { ...open, state: 'closed' as const }
  expect(keepingNotice(closed, '2027-02-11')).toBeNull()
  expect(keepingNotice(closed, '2027-02-12')?.words).toBe(
    'The answers are deleted in 30 days, on 14 March 2027.',
  )
  expect(keepingNotice(closed, '2027-03-13')?.words).toContain('tomorrow')
  expect(keepingNotice({ ...closed, answersDeletedOn: '2027-03-14' }, '2027-04-01')).toEqual({
    deleted: true,
    words: 'The answers were deleted on 14 March 2027.',
    more: 'Published reports stay as they were frozen.',
  })
  expect(keepingNotice(draft, '2027-03-14')).toBeNull()
})
