import { describe, expect, test } from 'vitest'
import { isQuiet, reminderDays, reminderDue } from '#app/rounds/mail/reminder-plan.ts'
import { isTimeZone, localDay } from '#app/rounds/time-zone.ts'

const PLAN = Object.freeze({ everyDays: 3, most: 2, fromHour: 8, untilHour: 18, timeZone: 'Europe/Berlin' })
const DATES = Object.freeze({ openedOn: '2026-03-02', closesOn: '2026-03-13' })

describe('when reminders are due', () => {
  test('every so many days after the opening, up to the most that was agreed and the last day', () => {
    expect(reminderDays(PLAN, '2026-03-02', '2026-03-13')).toEqual(['2026-03-05', '2026-03-08'])
    expect(reminderDays({ ...PLAN, most: 9 }, '2026-03-02', '2026-03-09')).toEqual([
      '2026-03-05',
      '2026-03-08',
    ])
  })

  test('the newest only: a pause does not end in two at once', () => {
    expect(reminderDue(PLAN, DATES, new Date('2026-03-04T12:00:00Z'))).toBeNull()
    expect(reminderDue(PLAN, DATES, new Date('2026-03-05T12:00:00Z'))).toBe(1)
    expect(reminderDue(PLAN, DATES, new Date('2026-03-12T12:00:00Z'))).toBe(2)
    expect(reminderDue(PLAN, DATES, new Date('2026-03-16T12:00:00Z'))).toBeNull()
  })

  test('never at night, by the clock of the client, and never at weekends', () => {
    expect(isQuiet(PLAN, new Date('2026-03-05T06:59:00Z'))).toBe(true) // 07:59 in Berlin
    expect(isQuiet(PLAN, new Date('2026-03-05T07:00:00Z'))).toBe(false)
    expect(isQuiet(PLAN, new Date('2026-03-05T17:00:00Z'))).toBe(true) // 18:00 in Berlin
    expect(isQuiet(PLAN, new Date('2026-03-08T12:00:00Z'))).toBe(true) // a Sunday
  })

  test('keeps to the client’s hours when the clocks change', () => {
    expect(isQuiet(PLAN, new Date('2026-03-30T06:00:00Z'))).toBe(false) // 08:00 in summer time
    expect(isQuiet(PLAN, new Date('2026-03-27T06:00:00Z'))).toBe(true) // 07:00 in winter time
  })

  test('the day is the client’s day', () => {
    expect(localDay('Asia/Tokyo', new Date('2026-03-05T20:00:00Z'))).toBe('2026-03-06')
    expect([isTimeZone('Europe/Paris'), isTimeZone('Mars/Base')]).toEqual([true, false])
  })
})
