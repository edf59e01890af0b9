import { expect, test } from 'vitest'
import { lookAlikes } from '#app/rounds/look-alike.ts'

test.each([
  ['a Cyrillic letter', 'Sales', '\u0405ales'],
  ['a Greek letter', 'Operations', '\u039fperations'],
  ['signs that do not show', 'Sales', 'Sa\u200bles'],
  ['another accent on top', 'Cafe', 'Cafe\u0301'],
  ['wide letters', 'IT', '\uff29\uff34'],
])('two names that differ by %s look alike', (_, one, other) => {
  expect(lookAlikes(['Finance', one, other])).toEqual([[one, other]])
})

test('names that merely share letters do not', () => {
  expect(lookAlikes(['Sales', 'Sale', 'Finance', 'Финансы', 'Продажи'])).toEqual([])
})
