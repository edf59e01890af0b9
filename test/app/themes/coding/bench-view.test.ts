import { expect, test } from 'vitest'
import { nextStop, stopsOf } from '#app/themes/bench/stops.ts'
import { benchView } from '#app/themes/coding/bench-view.ts'
import { changeBetween } from '#app/themes/coding/change.ts'
import { changedWords } from '#app/themes/coding/changed-words.ts'
import { farJoin } from '#app/themes/coding/far-join.ts'
import type { ItemCoding } from '#app/themes/coding/item-coding.ts'
import { codingProgress, unconfirmedWords } from '#app/themes/coding/progress.ts'
import { after, coding, group, proposal } from './fixtures.ts'

const PROPOSAL = proposal(
  [
    group(['b', 'a', 'not a'], { certainty: 'very-likely', opposed: { lineIds: ['not a'], why: '“not”' } }),
    group(['c', 'd'], { certainty: 'maybe', keywords: ['cash'] }),
  ],
  {
    suggestions: [
      { lineIds: [['c', 'd'], ['a']], confidence: 0.3, why: 'cash', samePerson: false },
      { lineIds: [['e'], ['f']], confidence: 0.5, why: 'price', samePerson: true },
    ],
    nearest: [{ lineId: 'e', groups: [{ lineIds: ['c', 'd'], similarity: 0.2 }] }],
    readings: [{ lineId: 'e', read: 'e means more' }],
    unknownTerms: [{ term: 'NRR', lines: 2 }],
  },
)
const START = {
  ...coding({ small: ['c', 'd'], large: ['b', 'a', 'not a'], e: ['e'], f: ['f'] }),
  proposal: PROPOSAL,
}

test('groups stand by how sure the machine is, with the reason and what seems to be the opposite', () => {
  const { groups } = benchView(START)
  expect(groups.map(({ certainty, themes }) => [certainty, themes.map(({ id }) => id)])).toEqual([
    ['very-likely', ['large']],
    ['maybe', ['small']],
  ])
  expect(groups[0]?.themes[0]?.opposed).toEqual({ lineIds: ['not a'], why: '“not”' })
  expect(groups[1]?.themes[0]?.keywords).toEqual(['cash'])
})

test('lines stand by wording, whoever wrote them in whatever order', () => {
  expect(benchView(START).groups[0]?.themes[0]?.lines.map(({ text }) => text)).toEqual(['a', 'b', 'not a'])
})

test('a line alone has its nearest themes and is shown as the machine read it', () => {
  const [loose] = benchView(START).loose
  expect(loose?.nearest).toEqual([{ themeId: 'small', name: 'Theme small' }])
  expect(loose?.lines[0]?.read?.filter(({ changed }) => changed).map(({ word }) => word)).toEqual([
    'means',
    'more',
  ])
})

test('two themes that may be one are offered until they are kept apart; the surest first', () => {
  const pairs = (view: ItemCoding) => benchView(view).joins.map(({ themes }) => themes.map(({ id }) => id))
  expect(pairs(START)).toEqual([
    ['e', 'f'],
    ['small', 'large'],
  ])
  expect(pairs(after(START, { kind: 'apart', themeIds: ['e', 'f'] }))).toEqual([['small', 'large']])
})

test('nothing on the bench tells whose a line is', () => {
  expect(JSON.stringify(benchView(START))).not.toMatch(/s-[a-f]|submission|position/)
})

test('what is decided on is followed by what comes next, and in the end by nothing', () => {
  const before = benchView(START)
  expect(stopsOf(before)).toEqual(['t-large', 't-small', 'j-e-f', 'j-small-large', 't-e', 't-f'])
  const done = benchView(after(START, { kind: 'accept', themeIds: ['small'] }))
  expect(nextStop(before, done, 't-small')).toBe('j-e-f')
  const all = benchView(after(START, { kind: 'merge', themeIds: ['large', 'small', 'e', 'f'] }))
  expect(nextStop(before, all, 't-f')).toBeNull()
})

test('progress counts the lines that a person stands behind', () => {
  const done = after(START, { kind: 'accept', themeIds: ['large'] })
  expect(codingProgress(done)).toEqual({
    lines: 7,
    confirmedLines: 3,
    themes: 4,
    openGroups: 1,
    looseLines: 2,
  })
  expect(unconfirmedWords({ openGroups: 1, looseLines: 2 })).toBe('1 group and 2 lines alone')
})

test('a join that the machine held far apart is pointed out with the word it may not know', () => {
  const start = {
    ...coding({ one: ['Keep customers'], two: ['NRR to 110'], three: ['Renewals'] }),
    proposal: proposal([group(['Keep customers']), group(['NRR to 110']), group(['Renewals'])], {
      nearest: [{ lineId: 'Renewals', groups: [{ lineIds: ['Keep customers'], similarity: 0.2 }] }],
    }),
  }
  const told = (themeIds: string[]) => {
    const done = after(start, { kind: 'merge', themeIds })
    return farJoin(done, changeBetween(start, done))
  }
  expect(told(['one', 'two'])).toEqual({ text: 'NRR to 110', themeName: 'Theme one', term: 'NRR' })
  expect(told(['one', 'three'])).toBeNull()
})

test('words that stand there instead of what was written are marked', () => {
  expect(changedWords('Get NRR up.', 'get net revenue up')).toEqual([
    { word: 'get', changed: false },
    { word: 'net', changed: true },
    { word: 'revenue', changed: true },
    { word: 'up', changed: false },
  ])
})
