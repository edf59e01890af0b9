import { expect, test } from 'vitest'
import { addDays, daysBetween, isDay, writtenDay } from '#app/rounds/day.ts'
import { usualSettings } from '#app/rounds/plan-round.ts'
import { GROUP_SIZES, readRoundSettings } from '#app/rounds/round-settings.ts'

const TYPED = Object.freeze({
  title: ' Spring round ',
  instrumentKey: 'full@1',
  opensOn: '2026-03-02',
  closesOn: '2026-03-13',
  privacyMode: 'confidential',
  smallestGroup: '5',
})

const read = (change: Record<string, string>) => readRoundSettings({ ...TYPED, ...change }, ['full@1'])

test('a form that is filled in becomes settings', () => {
  expect(read({})).toEqual({
    ok: true,
    settings: { ...TYPED, title: 'Spring round', smallestGroup: 5 },
  })
})

test.each([
  [{ title: '  ' }, 'title', 'Please give the round a title.'],
  [{ opensOn: '2026-02-30' }, 'opensOn', 'Please give a day, such as 2026-03-09.'],
  [{ closesOn: '2026-03-01' }, 'closesOn', 'The round cannot end before it begins.'],
  [{ privacyMode: 'secret' }, 'privacyMode', 'Please choose who may see what.'],
  [{ smallestGroup: '3' }, 'smallestGroup', 'The smallest group cannot be less than 4.'],
  [{ smallestGroup: '11' }, 'smallestGroup', 'The smallest group cannot be more than 10.'],
  [{ instrumentKey: 'other@1' }, 'instrumentKey', 'This questionnaire is not in the catalogue.'],
])('%j is refused at its field', (change, field, error) => {
  expect(read(change)).toEqual({ ok: false, errors: { [field]: error } })
})

test('the smallest group can be 4 to 10', () => {
  expect(GROUP_SIZES).toEqual([4, 5, 6, 7, 8, 9, 10])
})

test('readers who were asked themselves make the smallest group larger by as many, but not in open mode', () => {
  expect(read({ readersAsked: '2' })).toMatchObject({ ok: true, settings: { smallestGroup: 7 } })
  expect(read({ readersAsked: '2', privacyMode: 'open' })).toMatchObject({ settings: { smallestGroup: 5 } })
  const errors = { readersAsked: 'With so many readers the smallest group would be more than 10.' }
  expect(read({ readersAsked: '6' })).toEqual({ ok: false, errors })
})

test('a new round starts from today, confidential, in groups of five', () => {
  const settings = usualSettings(2, 'full@1', '2026-03-02')
  expect(settings).toMatchObject({
    title: 'Round 2',
    opensOn: '2026-03-02',
    privacyMode: 'confidential',
    smallestGroup: 5,
  })
  const typed = { ...settings, smallestGroup: '5', timeZone: 'UTC', closesItself: '' }
  expect(readRoundSettings(typed, ['full@1']).ok).toBe(true)
})

test('days are reckoned without clocks: a leap day and a change to summer time are one day', () => {
  expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2)
  expect(addDays('2026-03-28', 2)).toBe('2026-03-30')
  expect(writtenDay('2026-03-09')).toBe('9 March 2026')
  expect(isDay('2026-2-3')).toBe(false)
})
