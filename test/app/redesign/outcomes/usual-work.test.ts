import { expect, test } from 'vitest'
import { usualWork } from '#app/redesign/outcomes/usual-work.ts'

test.each([
  'Keep uptime at 99.9 %',
  'We will maintain gross margin',
  'Run the monthly close',
  'to support sales',
])('“%s” goes on anyway and is refused', (line) => expect(usualWork(line)).toMatch(/^“[A-Z]/))

test.each([
  'Orders without a query from 62 % to 85 %',
  'Launch three campaigns',
  'Customers reach a person in a minute',
  '',
])('“%s” is not day-to-day work', (line) => expect(usualWork(line)).toBeNull())

test('what says from where to where it moves is taken, whatever it begins with', () => {
  expect(usualWork('Process claims from 12 days to 5 days by June')).toBeNull()
})
