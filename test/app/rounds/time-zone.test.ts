import { expect, test } from 'vitest'
import { whyNotReopened } from '#app/rounds/grace.ts'
import { readRoundSettings } from '#app/rounds/round-settings.ts'
import { endInWords, isOver, lastDayInWords, placeOf } from '#app/rounds/time-zone.ts'

test('a day is over when it is over at the place', () => {
  expect(isOver('2026-03-13', 'UTC', new Date('2026-03-13T23:59:59Z'))).toBe(false)
  expect(isOver('2026-03-13', 'UTC', new Date('2026-03-14T00:00:00Z'))).toBe(true)
  expect(isOver('2026-03-13', 'America/Los_Angeles', new Date('2026-03-14T06:59:59Z'))).toBe(false)
  expect(isOver('2026-03-13', 'Pacific/Auckland', new Date('2026-03-13T11:00:00Z'))).toBe(true)
})

test('whose midnight it is matters only where the round ends by itself', () => {
  const round = { closesOn: '2026-03-13', timeZone: 'America/New_York' }
  expect(lastDayInWords({ ...round, closesItself: true })).toBe(
    '13 March 2026 (until midnight, New York time)',
  )
  expect(lastDayInWords({ ...round, closesItself: false })).toBe('13 March 2026')
  expect(endInWords({ ...round, closesItself: true })).toBe(
    'ends by itself with 13 March 2026, New York time',
  )
  expect(endInWords({ closesOn: '2026-03-13' })).toBe('meant to end on 13 March 2026')
  expect(placeOf('UTC')).toBe('UTC')
})

test('a time zone that was not sent is UTC, and one that there is not is refused', () => {
  const typed = {
    title: 'Spring',
    instrumentKey: 'full@1',
    opensOn: '2026-03-02',
    closesOn: '2026-03-13',
    privacyMode: 'confidential',
    smallestGroup: '5',
  }
  const read = (change: Record<string, string>) => readRoundSettings({ ...typed, ...change }, ['full@1'])
  expect(read({ timeZone: '', closesItself: '' })).toMatchObject({
    settings: { timeZone: 'UTC', closesItself: false },
  })
  expect(read({ timeZone: 'Asia/Tokyo', closesItself: '1' })).toMatchObject({
    settings: { timeZone: 'Asia/Tokyo', closesItself: true },
  })
  expect(read({ timeZone: 'Mars/Base' })).toMatchObject({
    ok: false,
    errors: { timeZone: expect.any(String) },
  })
})

test('a round whose answers are deleted is not opened again', () => {
  const round = { state: 'closed', privacyMode: 'confidential', closedOn: '2026-03-13' } as const
  const asking = { locked: false, today: '2026-03-14' }
  expect(whyNotReopened(round, asking)).toBeNull()
  expect(whyNotReopened({ ...round, answersDeletedOn: '2026-03-14' }, asking)).toBe(
    'Its answers are deleted.',
  )
})
