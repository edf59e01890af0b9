import { describe, expect, test } from 'vitest'
import { areAlike } from '#app/redesign/rhythm/alike.ts'
import { conflictsOf } from '#app/redesign/rhythm/conflicts.ts'
import { ownerState } from '#app/redesign/rhythm/fixed-owner.ts'
import { CADENCES, type Forum } from '#app/redesign/rhythm/forum.ts'
import { RHYTHM_LIMITS, templateOf } from '#app/redesign/rhythm/forum-templates.ts'
import { meetingHours } from '#app/redesign/rhythm/meeting-hours.ts'
import { newForum } from '#app/redesign/rhythm/new-forum.ts'
import { forumEntry } from '#test/helpers/forums.ts'

const KNOWN = ['Ada Berg', 'Boris Ahn', 'Chief operating officer']
const kindsOf = (...forums: Parameters<typeof conflictsOf>[0]) =>
  conflictsOf(forums, KNOWN).map(({ kind }) => kind)

const MONTHLY: Partial<Forum> = {
  cadence: 'monthly',
  name: 'Monthly',
  purpose: 'Move people and money to where results are weak',
  agenda: ['Are we on course?', 'Who acts, by when?'],
  startsOn: '2027-01-14',
}

describe('a forum alone', () => {
  test('is not spoken of where nothing is wrong with it', () => {
    expect(kindsOf(forumEntry('w'), forumEntry('m', MONTHLY))).toEqual([])
  })

  test.each<[Partial<Forum>, string]>([
    [{ purpose: '' }, 'no-purpose'],
    [{ owner: '' }, 'no-owner'],
    [{ owner: 'Rotating chair' }, 'no-owner'],
    [{ owner: 'TBC' }, 'no-owner'],
    [{ owner: 'Ada Berg and Boris Ahn' }, 'no-owner'],
    [{ decides: '' }, 'no-decision-rights'],
    [{ minutes: 61 }, 'too-long'],
    [{ startsOn: '2027-01-09' }, 'weekend'],
    [{ agenda: ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight'] }, 'too-many-questions'],
  ])('%o is said: %s', (changes, kind) => {
    expect(kindsOf(forumEntry('w', changes))).toEqual([kind])
  })

  test('a weekly forum that resets the quarter as well does two jobs', () => {
    const both = [...templateOf('weekly').agenda, ...templateOf('quarterly').agenda.slice(0, 2)]
    const [conflict] = conflictsOf([forumEntry('w', { agenda: both })], KNOWN)
    expect(conflict).toMatchObject({ kind: 'two-jobs', forums: ['w'] })
    expect(conflict?.words).toContain('a quarterly forum')
    expect(kindsOf(forumEntry('w', { agenda: both.slice(0, 5) }))).toEqual([])
  })
})

describe('an owner', () => {
  test.each([
    ['Ada Berg', 'fixed'],
    [' chief OPERATING officer ', 'fixed'],
    ['Head of sales and marketing', 'fixed'],
    ['Somebody of the outside', 'fixed'],
    ['Ada Berg, Boris Ahn', 'several'],
    ['Kim & Sam', 'several'],
    ['the team', 'nobody'],
    ['in turn', 'rotating'],
    ['  ', 'missing'],
  ] as const)('%s is %s', (owner, state) => {
    expect(ownerState(owner, KNOWN)).toBe(state)
  })
})

describe('two forums', () => {
  test('with the same purpose, or the same questions, are said where they need the same person', () => {
    const twin = { name: 'Twin', startsOn: '2027-01-06' }
    expect(kindsOf(forumEntry('a'), forumEntry('b', twin))).toEqual(['same-purpose', 'same-questions'])
    const elsewhere = { ...twin, owner: 'Carla', members: ['Dmitri'] }
    expect(kindsOf(forumEntry('a'), forumEntry('b', elsewhere))).toEqual([])
  })

  test('that overlap on one day of the year are said with that day', () => {
    // The second Tuesday of January is a Tuesday of the weekly forum too.
    const clash = { ...MONTHLY, startsOn: '2027-01-12', startsAt: '09:30' }
    const [conflict] = conflictsOf([forumEntry('w'), forumEntry('m', clash)], KNOWN)
    expect(conflict).toMatchObject({ kind: 'same-time', forums: ['w', 'm'] })
    expect(conflict?.words).toContain('12 January 2027')
    expect(kindsOf(forumEntry('w'), forumEntry('m', { ...clash, startsAt: '09:45' }))).toEqual([])
  })

  test('that a holiday pushes onto each other are said', () => {
    const wednesday = { ...MONTHLY, startsOn: '2027-01-13' }
    const moved = forumEntry('w', { holidays: ['2027-02-09'] })
    expect(kindsOf(moved, forumEntry('m', wednesday))).toEqual(['same-time'])
    expect(kindsOf(forumEntry('w'), forumEntry('m', wednesday))).toEqual([])
  })
})

describe('what it takes', () => {
  test('hours add up for each name, the owner’s too: a weekly hour is 4.33 a month', () => {
    const hours = meetingHours([
      forumEntry('w', { minutes: 60 }),
      forumEntry('m', { cadence: 'monthly', minutes: 120, members: ['ada  berg'], owner: 'Boris Ahn' }),
      forumEntry('q', { cadence: 'quarterly', minutes: 240, members: [], owner: 'Ada Berg' }),
    ])
    // 52 / 12 + 2 + 4 / 3 and the like.
    expect(hours.map(({ name, hours: sum }) => [name, Math.round(sum * 100) / 100])).toEqual([
      ['Ada Berg', 7.67],
      ['Boris Ahn', 6.33],
      ['Chief operating officer', 4.33],
    ])
  })

  test('more than the limit is said for the person, and so is a seat in too many forums', () => {
    const forums = ['a', 'b', 'c', 'd'].map((id, index) =>
      forumEntry(id, {
        name: id,
        purpose: `purpose number ${id}${id}${id}${id}`,
        agenda: [`question ${id}${id}${id}${id} alone`],
        minutes: 45,
        startsOn: `2027-01-0${index + 4}`,
        members: index === 0 ? ['Boris Ahn'] : ['Ada Berg'],
        owner: index === 0 ? 'Ada Berg' : 'Chief operating officer',
      }),
    )
    const said = conflictsOf(forums, KNOWN).filter(({ kind }) => kind.startsWith('too-many'))
    expect(said.map(({ kind, words }) => [kind, words.split(' ').slice(0, 2).join(' ')])).toEqual([
      ['too-many-hours', 'Ada Berg'],
      ['too-many-forums', 'Ada Berg'],
    ])
    expect(said[0]?.words).toContain('13.0 hours')
  })

  test('the usual three forums leave everybody below the limit and conflict with nothing', () => {
    const usual = { members: ['Ada Berg'], timeZone: 'Europe/Berlin', holidays: [] }
    const forums = CADENCES.map((cadence) => ({
      id: cadence,
      content: { ...newForum(cadence, usual), owner: 'Boris Ahn' },
    }))
    expect(conflictsOf(forums, KNOWN)).toEqual([])
    const [most] = meetingHours(forums)
    // 0.75 * 52 / 12 + 1.5 + 4 / 3
    expect(most?.hours).toBeCloseTo(6.083, 3)
    expect(most?.hours).toBeLessThan(RHYTHM_LIMITS.hoursAMonth.most)
  })
})

test('texts are alike by their longer words, whatever their order and capitals', () => {
  expect(areAlike('What is blocked, and who decides?', 'Who DECIDES what is blocked?')).toBe(true)
  expect(areAlike('Clear what blocks delivery', 'Set the priorities anew')).toBe(false)
  expect(areAlike('', '')).toBe(false)
})
