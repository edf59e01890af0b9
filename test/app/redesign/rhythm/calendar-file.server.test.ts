import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { calendarFile } from '#app/redesign/rhythm/calendar-file.server.ts'
import type { Forum } from '#app/redesign/rhythm/forum.ts'
import { vtimezone } from '#app/redesign/rhythm/vtimezone.server.ts'
import { forumEntry } from '#test/helpers/forums.ts'
import { everyDay, expectedSittings, instantOf, occurrences, parsed } from '#test/helpers/read-calendar.ts'

const fileOf = (...forums: Parameters<typeof calendarFile>[0]['forums']) =>
  calendarFile({ name: 'Rhythm', forums, mailOf: () => null })

const ZONES = [
  'Europe/Berlin',
  'Europe/London',
  'Australia/Sydney',
  'America/New_York',
  'Asia/Kolkata',
  'UTC',
]
const STARTS = { weekly: '2027-01-04', monthly: '2027-01-12', quarterly: '2027-01-29' } as const
/** Mondays and other days of the year, some of them sittings of the forums above. */
const HOLIDAYS = [
  '2027-01-01',
  '2027-02-09',
  '2027-03-26',
  '2027-03-29',
  '2027-04-30',
  '2027-05-17',
  '2027-12-27',
]

const cases = ZONES.flatMap((timeZone) =>
  (['weekly', 'monthly', 'quarterly'] as const).flatMap((cadence) =>
    (['next-working-day', 'drop'] as const).map((onHoliday) => ({ timeZone, cadence, onHoliday })),
  ),
)

describe('opened in a calendar', () => {
  test.each(cases)(
    '$cadence in $timeZone, $onHoliday: a year of sittings, each at nine by the clock',
    (given) => {
      const forum: Partial<Forum> = { ...given, startsOn: STARTS[given.cadence], holidays: HOLIDAYS }
      const found = occurrences(fileOf(forumEntry('f', forum)), '2028-01-04')
      const expected = expectedSittings(forum as Forum, everyDay('2027-01-01', '2028-01-03'))
      expect(expected.length).toBeGreaterThanOrEqual(given.cadence === 'quarterly' ? 3 : 11)
      expect(found.map(({ start }) => start)).toEqual(
        expected.map((day) => instantOf(day, '09:00', given.timeZone)),
      )
      for (const { start, end } of found) expect(end - start).toBe(45 * 60_000)
    },
  )

  test.each([
    ['Europe/Berlin', '2027-03-22', '2027-03-29', -60],
    ['Europe/Berlin', '2027-10-25', '2027-11-01', 60],
    ['Europe/London', '2027-03-22', '2027-03-29', -60],
    ['Australia/Sydney', '2027-03-29', '2027-04-05', 60],
    ['Australia/Sydney', '2027-09-27', '2027-10-04', -60],
    ['Asia/Kolkata', '2027-03-22', '2027-03-29', 0],
  ])(
    '%s: between %s and %s the clock is changed, not the hour of the forum',
    (timeZone, one, other, minutes) => {
      const found = occurrences(fileOf(forumEntry('f', { timeZone, startsOn: '2027-01-04' })), '2028-01-01')
      const at = (day: string) =>
        found.find(({ start }) => start === instantOf(day, '09:00', timeZone))?.start ?? 0
      expect(at(one)).toBeGreaterThan(0)
      expect((at(other) - at(one)) / 60_000 - 7 * 24 * 60).toBe(minutes === 0 ? 0 : minutes)
    },
  )

  test('the server’s own time zone does not matter', () => {
    const here = process.env.TZ
    const files = ['UTC', 'America/Havana', 'Pacific/Auckland'].map((zone) => {
      process.env.TZ = zone
      return fileOf(forumEntry('f', { startsAt: '00:30', startsOn: '2027-03-14', holidays: ['2027-03-28'] }))
    })
    if (here === undefined) delete process.env.TZ
    else process.env.TZ = here
    expect(new Set(files).size).toBe(1)
  })

  test('forums of several zones stand in one file, each zone defined once', () => {
    const forums = [
      forumEntry('a'),
      forumEntry('b', { cadence: 'monthly', startsOn: '2027-01-06' }),
      forumEntry('c', { cadence: 'quarterly', timeZone: 'Australia/Sydney', startsOn: '2027-01-07' }),
    ]
    const zones = parsed(fileOf(...forums)).getAllSubcomponents('vtimezone')
    expect(zones.map((zone) => zone.getFirstPropertyValue('tzid'))).toEqual([
      'Europe/Berlin',
      'Australia/Sydney',
    ])
    expect(occurrences(fileOf(...forums), '2028-01-01')).toHaveLength(52 + 12 + 4)
  })

  test('a forum without a day, an hour or a known zone is left out', () => {
    const forums = [{ startsOn: '' }, { startsAt: '' }, { timeZone: 'Europe/Berlin\r\nX-BAD:1' }]
    const file = fileOf(...forums.map((forum, index) => forumEntry(String(index), forum)))
    expect(parsed(file).getAllSubcomponents('vevent')).toEqual([])
    expect(file).not.toContain('X-BAD')
  })
})

describe('taken in again', () => {
  test('ids stay, the sequence counts revisions, and the same plan makes the same file', () => {
    const events = (revision: number) =>
      parsed(fileOf(forumEntry('f', { holidays: ['2027-01-12'] }, revision))).getAllSubcomponents('vevent')
    for (const revision of [1, 4]) {
      expect(events(revision).map((event) => event.getFirstPropertyValue('uid'))).toEqual([
        'f@plumbline',
        'f@plumbline',
      ])
      expect(events(revision).map((event) => event.getFirstPropertyValue('sequence'))).toEqual([
        revision,
        revision,
      ])
    }
    expect(fileOf(forumEntry('f'))).toBe(fileOf(forumEntry('f')))
  })

  test('a moved sitting names the one it stands for, which is not taken out beside it', () => {
    const file = fileOf(forumEntry('f', { holidays: ['2027-01-12'] }))
    expect(file).toContain('RECURRENCE-ID;TZID=Europe/Berlin:20270112T090000')
    expect(file).toContain('DTSTART;TZID=Europe/Berlin:20270113T090000')
    expect(file).not.toContain('EXDATE')
    const dropped = fileOf(forumEntry('f', { holidays: ['2027-01-12'], onHoliday: 'drop' }))
    expect(dropped).toContain('EXDATE;TZID=Europe/Berlin:20270112T090000')
    expect(dropped).not.toContain('RECURRENCE-ID')
  })
})

describe('texts', () => {
  const HOSTILE = [
    'a,b;c\\d "e"\nEND:VEVENT\r\nBEGIN:VALARM\rATTACH:x',
    'line\u2028separator\u0085\u000bEND:VCALENDAR',
    '=SUM(A1) \u202e gnirts 😀👩‍👩‍👧 ĝŏŏð'.repeat(9),
    'ä'.repeat(74),
    '\ud800 half a sign \u0000',
  ]

  test('cannot become lines of their own and come back as they were written', () => {
    for (const text of HOSTILE) {
      const one = text.replace(/[\n\r]/g, ' ').slice(0, 200)
      const forum = { name: one, purpose: text, owner: one, agenda: [one], members: [one] }
      const calendar = parsed(
        calendarFile({ name: text, forums: [forumEntry('f', forum)], mailOf: () => null }),
      )
      expect(calendar.getAllSubcomponents('vevent')).toHaveLength(1)
      expect(calendar.getAllSubcomponents().map(({ name }) => name)).toEqual(['vtimezone', 'vevent'])
      const event = calendar.getFirstSubcomponent('vevent')
      expect(event?.getAllSubcomponents()).toEqual([])
      expect(event?.getAllProperties().map(({ name }) => name)).toEqual([
        'uid',
        'sequence',
        'dtstamp',
        'dtstart',
        'dtend',
        'rrule',
        'summary',
        'description',
        'last-modified',
      ])
      expect(plain(event?.getFirstPropertyValue('summary'))).toBe(plain(one))
      expect(plain(event?.getFirstPropertyValue('description'))).toContain(plain(text))
      // The parser hands properties of no standard over as they stand, with the signs that keep their commas.
      const name = String(calendar.getFirstPropertyValue('x-wr-calname')).replace(/\\([\\;,])/g, '$1')
      expect(plain(name)).toBe(plain(text))
    }
  })

  test('lines end as the standard asks and none is longer than 75 octets', () => {
    for (const text of HOSTILE) {
      const file = fileOf(forumEntry('f', { purpose: text, mustNotBecome: text, name: 'ü'.repeat(200) }))
      expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true)
      expect(file.replaceAll('\r\n', '')).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
      const longest = Math.max(...file.split('\r\n').map((line) => Buffer.byteLength(line)))
      expect(longest).toBeLessThanOrEqual(75)
    }
  })

  test('the agenda stands in the entry as numbered questions, with the owner and the right to decide', () => {
    const event = parsed(fileOf(forumEntry('f'))).getFirstSubcomponent('vevent')
    const description = String(event?.getFirstPropertyValue('description'))
    expect(description).toContain('Owner: Chief operating officer')
    expect(description).toContain('1. What has moved in the results?\n2. What is blocked, and who decides?')
    expect(description).toContain('May decide: Who acts on a blocked matter, and by when')
  })

  test('no address stands in a file unless it is given, and a name cannot leave its quotes', () => {
    expect(fileOf(forumEntry('f'))).not.toMatch(/mailto|ORGANIZER|ATTENDEE|@(?!plumbline)/i)
    const owner = 'Ada "x";SENT-BY="mailto:eve@evil.test":Berg'
    const file = calendarFile({
      name: 'R',
      forums: [forumEntry('f', { owner })],
      mailOf: () => 'ada@client.test',
    })
    const organizer = parsed(file).getFirstSubcomponent('vevent')?.getFirstProperty('organizer')
    expect(organizer?.getFirstValue()).toBe('mailto:ada@client.test')
    expect(organizer?.getParameter('sent-by')).toBeUndefined()
  })
})

test('every time zone that is offered can be defined, under its own name', () => {
  const zones = Intl.supportedValuesOf('timeZone')
  const noon = everyDay('2027-01-01', '2027-12-31').filter((_, index) => index % 7 === 0)
  const apart = zones.filter((zone) => {
    const block = vtimezone(zone)
    if (block === null) return true
    const timezone = new ICAL.Timezone(new ICAL.Component(ICAL.parse(block)))
    expect(timezone.tzid).toBe(zone)
    return noon.some((day) => {
      const time = ICAL.Time.fromDateTimeString(`${day}T12:00:00`)
      time.zone = timezone
      return time.toUnixTime() * 1000 !== instantOf(day, '12:00', zone)
    })
  })
  // The two keep their own copies of the rules; a few zones change theirs each year and one copy is always the newer.
  console.log(
    `${zones.length - apart.length} of ${zones.length} time zones: 53 noons of 2027 the same as the runtime’s; apart: ${apart.join(', ')}`,
  )
  expect(zones.filter((zone) => vtimezone(zone) === null)).toEqual([])
  expect(apart.length).toBeLessThan(zones.length / 20)
})

/** What may be lost on the way: kinds of white space, and signs that are none. */
function plain(text: unknown): string {
  return String(text)
    .toWellFormed()
    .replace(/[\s\u0085]+/g, ' ')
    .replace(/\p{Cc}/gu, '')
    .trim()
}
