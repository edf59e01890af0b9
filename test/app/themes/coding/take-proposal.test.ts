import { expect, test } from 'vitest'
import { keepOf } from '#app/themes/coding/item-coding.ts'
import { withKnownNames } from '#app/themes/coding/proposal-question.ts'
import { takeProposal } from '#app/themes/coding/take-proposal.ts'
import { after, coding, group, groupsOf, proposal } from './fixtures.ts'

let made = 0
const newId = () => `new-${++made}`

test('a proposer is told what belongs together and what never does', () => {
  const start = after(coding({ one: ['a', 'b'], two: ['c', 'd'] }), { kind: 'accept', themeIds: ['one'] })
  const decided = after(start, { kind: 'take-out', lineIds: ['d'] })
  expect(keepOf(decided)).toEqual({ together: [['a', 'b']], apart: [['c', 'd']] })
})

test('a new proposal never touches what is confirmed; joining the rest with it is only suggested', () => {
  const start = coding({ one: ['a', 'b'], two: ['c'], three: ['d'] }, { one: { state: 'confirmed' } })
  const done = takeProposal(
    start,
    proposal([group(['a', 'b', 'c'], { keywords: ['churn'] }), group(['d'])]),
    newId,
  )
  expect(groupsOf(done)).toEqual(['a b!', 'c', 'd'])
  expect(done.themes[0]).toEqual(start.themes[0])
  expect(done.proposal?.suggestions[0]).toMatchObject({
    lineIds: [['c'], ['a', 'b']],
    why: 'both speak of churn',
  })
})

test('a group that was renamed by a person keeps its name when it grows', () => {
  const start = coding({ one: ['a', 'b'], two: ['c'] }, { one: { name: 'Churn', coder: 'Ada' } })
  const done = takeProposal(start, proposal([group(['a', 'b', 'c'], { name: 'a' })]), newId)
  expect(done.themes).toMatchObject([{ id: 'one', name: 'Churn', state: 'proposed' }])
})

test('a group that carries on a theme of an earlier round takes its name and remembers it', () => {
  const made = proposal([group(['a', 'b'], { knownId: 'k1' }), group(['c'], { knownId: 'unknown' })])
  const named = withKnownNames(made, [{ id: 'k1', name: 'Keep customers', lineTexts: ['x'] }])
  const done = takeProposal(coding({ one: ['a'], two: ['b'], three: ['c'] }), named, newId)
  expect(done.themes.map(({ name, knownId }) => [name, knownId])).toEqual([
    ['Keep customers', 'k1'],
    ['c', null],
  ])
})

test('lines that the proposal does not speak of stay where they are, and lines that are gone are passed over', () => {
  const start = coding({ one: ['a', 'b'], two: ['c'] })
  const done = takeProposal(start, proposal([group(['c', 'gone']), group(['gone too'])]), newId)
  expect(groupsOf(done)).toEqual(['a b', 'c'])
})
