import { describe, expect, test } from 'vitest'
import type { DraftForum } from '#app/redesign/rhythm/draft-rhythm.ts'
import { CADENCES, forumSchema } from '#app/redesign/rhythm/forum.ts'
import { FORUM_TEMPLATES, templateOf } from '#app/redesign/rhythm/forum-templates.ts'
import { readHolidays } from '#app/redesign/rhythm/holiday-list.ts'
import { newForum } from '#app/redesign/rhythm/new-forum.ts'
import { readForum, typedForum } from '#app/redesign/rhythm/read-forum.ts'
import { forumWith } from '#test/helpers/forums.ts'

const USUAL = { members: ['Ada Berg'], timeZone: 'Europe/Berlin', holidays: ['2027-01-01'] }

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return form
}

describe('what a forum starts from', () => {
  test('the weekly one asks four questions, and no length is more than its purpose needs', () => {
    expect(templateOf('weekly').agenda).toHaveLength(4)
    for (const { minutes, most, mustNotBecome } of FORUM_TEMPLATES) {
      expect(minutes).toBeLessThanOrEqual(most.minutes)
      expect(mustNotBecome.map(({ rule }) => rule)).toEqual([
        'calendar-theatre',
        'status-deck-addiction',
        'escalation-avoidance',
      ])
    }
  })

  test('every new forum is one that the plan takes, and nobody owns it unasked', () => {
    for (const cadence of CADENCES) {
      const forum = newForum(cadence, USUAL)
      expect(forumSchema.parse(forum)).toEqual(forum)
      expect(forum).toMatchObject({ owner: '', members: ['Ada Berg'], holidays: ['2027-01-01'] })
    }
  })

  test('findings come first, are not said again in other words, and name the role that is agreed on', () => {
    const draft = {
      owner: { role: 'Chief executive', said: 'six of nine' },
      stops: [
        { ruleId: 'bad-news-late', words: 'a stage for good news' },
        { ruleId: 'escalation-avoidance', words: 'a place where what is stuck is mentioned and left' },
      ],
    } as DraftForum
    const forum = newForum('weekly', USUAL, draft)
    expect(forum.owner).toBe('Chief executive')
    expect(forum.mustNotBecome.split('\n')).toEqual([
      'A stage for good news',
      'A place where what is stuck is mentioned and left',
      ...templateOf('weekly')
        .mustNotBecome.slice(0, 2)
        .map(({ words }) => words),
    ])
  })
})

describe('the form of a forum', () => {
  test('what is shown is read back as it was', () => {
    for (const forum of [
      forumWith({ holidays: ['2027-01-01'], ownerMail: true }),
      forumWith({ startsOn: '' }),
    ])
      expect(readForum(formOf(typedForum(forum)))).toEqual({ ok: true, content: forum })
  })

  test('empty lines and repeated ones are no members', () => {
    const read = readForum(formOf({ ...typedForum(forumWith()), members: ' Ada \n\n Ada\nBoris ' }))
    expect(read.ok && read.content.members).toEqual(['Ada', 'Boris'])
  })

  test.each([
    ['cadence', 'daily'],
    ['minutes', 'an hour'],
    ['minutes', ''],
    ['minutes', '481'],
    ['startsOn', '1027-01-05'],
    ['startsAt', ''],
    ['timeZone', 'Mars/Olympus'],
    ['holidays', 'Christmas'],
  ])('%s: “%s” is refused beside its field', (name, value) => {
    const read = readForum(formOf({ ...typedForum(forumWith()), [name]: value }))
    expect(read.ok ? [] : Object.keys(read.errors)).toEqual([name])
  })
})

describe('a list of holidays', () => {
  test('is read as it is pasted, in order and none twice', () => {
    const pasted =
      'New Year\t2027-01-01\n25.12.2026 Weihnachten; 26/12/2026\n1st May 2027\n25 December 2026, Christmas\n\n3 Oct. 2027'
    expect(readHolidays(pasted)).toEqual({
      ok: true,
      days: ['2026-12-25', '2026-12-26', '2027-01-01', '2027-05-01', '2027-10-03'],
    })
  })

  test.each(['Christmas', '2026-02-30', '12/25/2026', '25 Foo 2026', '2026-12-25 and 31.02.2027'])(
    '“%s” is no day and handed back',
    (line) => {
      expect(readHolidays(`2026-12-26\n${line}`)).toEqual({ ok: false, line })
    },
  )

  test('an empty one is a list of none', () => {
    expect(readHolidays(' \n')).toEqual({ ok: true, days: [] })
  })
})
