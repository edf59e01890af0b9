import { expect, test } from 'vitest'
import { readRight } from '#app/redesign/rights/read-right.ts'
import type { Right } from '#app/redesign/rights/right.ts'

const TYPED = {
  situation: 'Priorities collide',
  owner: 'Ada Moore',
  response: 'Decides within the cycle',
  cycle: 'Weekly',
  itemId: 'd-conflict',
  'to.1': 'Chief executive',
  'days.1': '7',
}
const SIGNED: Right = {
  situation: 'Priorities collide',
  owner: 'Ada Moore',
  response: 'Decides within the cycle',
  cycle: 'Weekly',
  itemId: 'd-conflict',
  escalation: [{ to: 'Chief executive', withinDays: 7 }],
  signedBy: 'Ada Moore',
  signedOn: '2026-03-02',
}

test('blank steps of the path are dropped, the others keep their order', () => {
  const read = readRight({ ...TYPED, 'to.3': 'Chair', 'days.3': '0' }, null, [])
  expect(read.ok && read.content.escalation).toEqual([
    { to: 'Chief executive', withinDays: 7 },
    { to: 'Chair', withinDays: 0 },
  ])
})

test('a step without a time limit, or without anybody, is sent back', () => {
  const read = readRight({ ...TYPED, 'days.1': 'soon', 'days.2': '3' }, null, [])
  expect(read.ok ? [] : Object.keys(read.errors)).toEqual(['days.1', 'to.2'])
  expect(readRight({ ...TYPED, 'days.1': '366' }, null, []).ok).toBe(false)
})

test('an owner may be open, but not be two people', () => {
  expect(readRight({ ...TYPED, owner: '' }, null, []).ok).toBe(true)
  expect(readRight({ ...TYPED, owner: 'Ada & Ben' }, null, ['Ada', 'Ben']).ok).toBe(false)
})

test('saving the same again keeps the signature', () => {
  expect(readRight({ ...TYPED, situation: ' priorities  collide ' }, SIGNED, [])).toMatchObject({
    ok: true,
    content: { signedBy: 'Ada Moore', signedOn: '2026-03-02' },
  })
})

test.each([
  ['owner', 'Ben Okri'],
  ['response', 'Takes it higher'],
  ['cycle', 'Monthly'],
  ['days.1', '14'],
  ['to.1', 'Chair'],
])('a change of %s takes the signature away', (field, text) => {
  expect(readRight({ ...TYPED, [field]: text }, SIGNED, [])).toMatchObject({
    ok: true,
    content: { signedBy: '', signedOn: '' },
  })
})
