import { expect, test } from 'vitest'
import { BUSY_WORDS, busyWordsOf, inOneLine } from '#app/http/busy-words.ts'

test('what a route answered in one line is a heading and a text again on the page', () => {
  for (const words of Object.values(BUSY_WORDS)) expect(busyWordsOf(inOneLine(words))).toEqual(words)
  expect(busyWordsOf('anything else')).toEqual(BUSY_WORDS.locked)
})
