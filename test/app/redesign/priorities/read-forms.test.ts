import { expect, test } from 'vitest'
import type { PlanEntry } from '#app/redesign/plan/plan.ts'
import { leftDrafts } from '#app/redesign/priorities/left-drafts.ts'
import { readNotNow } from '#app/redesign/priorities/read-not-now.ts'
import { readPriority } from '#app/redesign/priorities/read-priority.ts'

const PRIORITY = {
  outcome: 'Keep customers',
  owner: 'Ada',
  tradeOff: 'Rebrand',
  argument: '',
  draftedFrom: '',
}
const NOT_NOW = {
  work: 'Rebrand',
  sponsor: 'Ada',
  reason: 'Five of nine would stop it',
  until: '',
  state: 'agreed',
  draftedFrom: 'Rebrand',
}

test('a priority has an outcome, one owner and something that is given up for it', () => {
  expect(readPriority(PRIORITY, null, ['Ada'])).toEqual({
    ok: true,
    content: { outcome: 'Keep customers', owner: 'Ada', tradeOff: 'Rebrand', argument: '' },
  })
  const empty = readPriority({ ...PRIORITY, outcome: ' ', owner: '', tradeOff: '' }, null, [])
  expect(empty.ok ? [] : Object.keys(empty.errors)).toEqual(['outcome', 'owner', 'tradeOff'])
  expect(readPriority({ ...PRIORITY, owner: 'Ada and Ben' }, null, ['Ada', 'Ben'])).toMatchObject({
    ok: false,
  })
})

test('an argument that was needed once can be reworded, not taken back', () => {
  const before = { outcome: 'Keep customers', owner: 'Ada', tradeOff: 'Rebrand', argument: 'The bank asks' }
  const argumentOf = (argument: string) => {
    const read = readPriority({ ...PRIORITY, argument }, before, [])
    return read.ok ? read.content.argument : read.errors
  }
  expect(argumentOf(' ')).toBe('The bank asks')
  expect(argumentOf('The bank insists')).toBe('The bank insists')
})

test('work that waits has a sponsor and a reason; until when may stay open', () => {
  expect(readNotNow(NOT_NOW, ['Ada'])).toEqual({ ok: true, content: NOT_NOW })
  const wrong = readNotNow({ ...NOT_NOW, work: '', sponsor: '', reason: '', until: '31 June' }, [])
  expect(wrong.ok ? [] : Object.keys(wrong.errors)).toEqual(['work', 'sponsor', 'reason', 'until'])
})

test('a draft is offered until it is taken over, under whatever words', () => {
  const entry = (content: object) =>
    ({ id: 'e', revision: 1, changedOn: '', changedBy: '', ...content }) as PlanEntry<'priority'>
  const taken = [
    entry({
      kind: 'priority',
      content: { outcome: 'Nine of ten customers stay', draftedFrom: 'Keep customers' },
    }),
    entry({ kind: 'not-now', content: { work: 'rebrand' } }),
  ]
  const drafts = ['Keep customers', 'Rebrand', 'New depot'].map((name) => ({ name }))
  expect(leftDrafts(drafts, taken)).toEqual([{ name: 'New depot' }])
})
