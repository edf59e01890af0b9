import { expect, test } from 'vitest'
import { takeStep } from '#app/themes/coding/take-step.ts'
import { after, coding, groupsOf, hand, step } from './fixtures.ts'

const START = coding({ one: ['a', 'b', 'c'], two: ['d', 'e'], three: ['f'] })

test('a yes confirms groups, under the coder and the day', () => {
  const done = after(START, { kind: 'accept', themeIds: ['one', 'three'] })
  expect(groupsOf(done)).toEqual(['a b c!', 'd e', 'f!'])
  expect(done.themes[0]).toMatchObject({ coder: 'Ada', decidedOn: '2026-03-12' })
})

test('a no leaves every line alone and apart from the others, called by its words', () => {
  const done = after(START, { kind: 'reject', themeId: 'one' })
  expect(groupsOf(done)).toEqual(['a', 'b', 'c', 'd e', 'f'])
  expect(done.apart).toEqual([
    ['a', 'b'],
    ['a', 'c'],
    ['b', 'c'],
  ])
  expect(done.themes.map(({ name }) => name).sort()).toEqual(['Theme three', 'Theme two', 'a', 'b', 'c'])
})

test('merged themes are one confirmed theme that keeps the name of the largest', () => {
  const done = after(START, { kind: 'merge', themeIds: ['two', 'one'] })
  expect(groupsOf(done)).toEqual(['a b c d e!', 'f'])
  expect(done.themes.find(({ id }) => id === 'one')?.name).toBe('Theme one')
})

test('a confirmed theme takes larger proposed ones in, with its definition and its earlier round', () => {
  const start = coding(
    { one: ['a', 'b', 'c'], two: ['d'] },
    { two: { state: 'confirmed', name: 'Growth' }, one: { knownId: 'old', definition: 'New customers' } },
  )
  const done = after(start, { kind: 'merge', themeIds: ['one', 'two'] })
  expect(done.themes).toMatchObject([
    { id: 'two', name: 'Growth', knownId: 'old', definition: 'New customers' },
  ])
})

test('lines that are moved away are apart from what they leave, which then counts as looked at', () => {
  const done = after(START, { kind: 'move', lineIds: ['c'], themeId: 'two', name: '' })
  expect(groupsOf(done)).toEqual(['a b!', 'c d e!', 'f'])
  expect(done.apart).toEqual([
    ['a', 'c'],
    ['b', 'c'],
  ])
})

test('moving to a new theme makes it; a theme that nobody is left in goes', () => {
  const done = after(START, { kind: 'move', lineIds: ['d', 'e', 'f'], themeId: null, name: 'Costs' })
  expect(groupsOf(done)).toEqual(['a b c', 'd e f!'])
  expect(done.themes.find(({ id }) => id === 'new-1')).toMatchObject({ name: 'Costs', state: 'confirmed' })
  expect(done.apart).toEqual([])
})

test('lines that are taken out are alone, apart from the group but not from one another', () => {
  const done = after(START, { kind: 'take-out', lineIds: ['b', 'c'] })
  expect(groupsOf(done)).toEqual(['a', 'b', 'c', 'd e', 'f'])
  expect(done.apart).toEqual([
    ['a', 'b'],
    ['a', 'c'],
  ])
})

test('lines that are split off are a confirmed group of their own', () => {
  const done = after(START, { kind: 'split', lineIds: ['b', 'c'] })
  expect(groupsOf(done)).toEqual(['a', 'b c!', 'd e', 'f'])
})

test('whoever joins what was kept apart has changed their mind', () => {
  const apart = after(START, { kind: 'apart', themeIds: ['two', 'three'] })
  expect(apart.apart).toEqual([
    ['d', 'f'],
    ['e', 'f'],
  ])
  expect(after(apart, { kind: 'merge', themeIds: ['two', 'three'] }).apart).toEqual([])
})

test('names and definitions on the page go with any step; a new one says who wrote it', () => {
  const wordings = [
    { themeId: 'two', name: 'Prices', definition: 'What we charge' },
    { themeId: 'three', name: 'Theme three', definition: null },
  ]
  const taken = takeStep(START, step({ kind: 'accept', themeIds: ['one'] }, wordings), hand())
  const themes = taken.ok ? taken.coding.themes : []
  expect(themes[1]).toMatchObject({
    name: 'Prices',
    definition: 'What we charge',
    state: 'proposed',
    coder: 'Ada',
  })
  expect(themes[2]).toEqual(START.themes[2])
})

test.each([
  ['a theme', { kind: 'accept', themeIds: ['gone'] }],
  ['one of two themes', { kind: 'merge', themeIds: ['one', 'gone'] }],
  ['a line', { kind: 'take-out', lineIds: ['gone'] }],
  ['a target', { kind: 'move', lineIds: ['a'], themeId: 'gone', name: '' }],
])('a step about %s that is no longer there is refused', (_, act) => {
  expect(takeStep(START, step(act), hand())).toEqual({ ok: false, error: expect.stringMatching(/changed/) })
})
