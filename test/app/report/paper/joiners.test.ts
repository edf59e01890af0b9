import { expect, test } from 'vitest'
import { printable } from '#app/report/paper/printable.ts'

test.each([
  ['between Persian letters', 'می\u200cخواهم'],
  ['between halves of Devanagari letters', 'क्\u200dष'],
  ['within an emoji', '👩🏽\u200d⚕\ufe0f'],
  ['in a keycap', '1\ufe0f\u20e3'],
])('a joiner stays %s', (_, text) => {
  expect(printable(text)).toBe(text)
})

test.each([
  ['between Latin letters', 'a\u200db\u200cc', 'abc'],
  ['at the end of a word', 'می\u200c خ', 'می خ'],
  ['after a letter that is no emoji', 'a\ufe0f你\ufe0f', 'a你'],
])('and vanishes %s', (_, text, expected) => {
  expect(printable(text)).toBe(expected)
})
