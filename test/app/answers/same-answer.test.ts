import { expect, test } from 'vitest'
import type { Answer } from '#app/answers/answer.ts'
import { countChanges, sameAnswer } from '#app/answers/same-answer.ts'

const lines = (...texts: string[]): Answer => ({
  state: 'answered',
  value: { kind: 'lines', lines: texts.map((text) => ({ text, picks: {} })) },
})

test('answers are the same when they say the same, whatever the order of their keys', () => {
  const other = JSON.parse(
    '{"value":{"lines":[{"picks":{},"text":"Pricing"}],"kind":"lines"},"state":"answered"}',
  )
  expect(sameAnswer(lines('Pricing'), other)).toBe(true)
})

test('the order of lines matters, and so does their number', () => {
  expect(sameAnswer(lines('a', 'b'), lines('b', 'a'))).toBe(false)
  expect(sameAnswer(lines('a'), lines('a', 'b'))).toBe(false)
  expect(sameAnswer(lines('a', 'b'), lines('a'))).toBe(false)
})

test('the states without a value differ from one another, and never answered is skipped', () => {
  expect(sameAnswer({ state: 'cant-say' }, { state: 'not-applicable' })).toBe(false)
  expect(sameAnswer(undefined, { state: 'skipped' })).toBe(true)
  expect(sameAnswer(undefined, { state: 'cant-say' })).toBe(false)
})

test('items answered only before or only after are changes; skipped and missing are the same', () => {
  const before = { a: lines('x'), b: lines('y'), c: { state: 'skipped' as const } }
  const after = { a: lines('x'), d: lines('z') }
  expect(countChanges(before, after)).toBe(2)
  expect(countChanges(before, before)).toBe(0)
})
