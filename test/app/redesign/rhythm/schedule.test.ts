import { describe, expect, test } from 'vitest'
import { recurrenceRule } from '#app/redesign/rhythm/recurrence-rule.ts'
import { dueDays, nextWorkingDay, shifts, sittings } from '#app/redesign/rhythm/schedule.ts'
import { scheduleWords } from '#app/redesign/rhythm/schedule-words.ts'
import { forumWith } from '#test/helpers/forums.ts'

describe('the days of a forum', () => {
  test('a weekly one keeps its weekday', () => {
    const days = dueDays(forumWith({ startsOn: '2027-01-05' }), '2027-01-01', '2027-01-31')
    expect(days).toEqual(['2027-01-05', '2027-01-12', '2027-01-19', '2027-01-26'])
  })

  test('a monthly one keeps its weekday and its week of the month', () => {
    const monthly = forumWith({ cadence: 'monthly', startsOn: '2027-01-12' })
    expect(dueDays(monthly, '2027-01-01', '2027-04-30')).toEqual([
      '2027-01-12',
      '2027-02-09',
      '2027-03-09',
      '2027-04-13',
    ])
  })

  test('one that begins on a fifth weekday is held on the last one, since most months have four', () => {
    const quarterly = forumWith({ cadence: 'quarterly', startsOn: '2027-01-29' })
    expect(dueDays(quarterly, '2027-01-01', '2027-12-31')).toEqual([
      '2027-01-29',
      '2027-04-30',
      '2027-07-30',
      '2027-10-29',
    ])
    expect(recurrenceRule(quarterly)).toBe('FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR')
  })

  test('nothing is due before the first day, or without one', () => {
    expect(dueDays(forumWith({ startsOn: '2027-01-19' }), '2027-01-01', '2027-01-31')).toHaveLength(2)
    expect(dueDays(forumWith({ startsOn: '' }), '2027-01-01', '2027-12-31')).toEqual([])
  })

  test('a forum of long ago is asked for one day without counting up to it', () => {
    const old = forumWith({ cadence: 'monthly', startsOn: '2000-01-11' })
    expect(dueDays(old, '2099-12-01', '2099-12-31')).toEqual(['2099-12-08'])
    expect(dueDays(forumWith({ startsOn: '2000-01-04' }), '2099-12-29', '2099-12-29')).toEqual(['2099-12-29'])
  })
})

describe('holidays', () => {
  test('the next working day lies after the weekend and after further holidays', () => {
    expect(nextWorkingDay('2026-12-24', ['2026-12-25', '2026-12-28'])).toBe('2026-12-29')
    expect(nextWorkingDay('2027-01-05', [])).toBe('2027-01-06')
  })

  test('a sitting on a holiday is moved or left out, as the forum says', () => {
    // Friday 25 December 2026; Monday the 28th is taken for the Saturday, as in the United Kingdom.
    const friday = forumWith({ startsOn: '2026-12-04', holidays: ['2026-12-25', '2026-12-28'] })
    expect(shifts(friday)).toEqual([{ due: '2026-12-25', held: '2026-12-29' }])
    expect(shifts({ ...friday, onHoliday: 'drop' })).toEqual([{ due: '2026-12-25', held: null }])
  })

  test('holidays on other days change nothing', () => {
    expect(shifts(forumWith({ holidays: ['2027-01-06'] }))).toEqual([])
  })

  test('a sitting is never pushed onto the next one: it is left out', () => {
    const week = ['2027-01-05', '2027-01-06', '2027-01-07', '2027-01-08', '2027-01-11']
    const held = sittings(forumWith({ holidays: week }), '2027-01-05', '2027-01-12')
    expect(held).toEqual([
      { due: '2027-01-05', held: null },
      { due: '2027-01-12', held: '2027-01-12' },
    ])
  })
})

test('a forum says in words when it is held', () => {
  expect(scheduleWords(forumWith())).toBe('Every Tuesday, 09:00 to 09:45, Berlin time')
  expect(scheduleWords(forumWith({ cadence: 'monthly', minutes: 90 }))).toBe(
    'The first Tuesday of each month, 09:00 to 10:30, Berlin time',
  )
  expect(scheduleWords(forumWith({ cadence: 'quarterly', startsOn: '2027-01-29', minutes: 240 }))).toBe(
    'The last Friday of every third month, 09:00 to 13:00, Berlin time',
  )
})
