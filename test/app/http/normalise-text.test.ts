import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normaliseLabel, normaliseText } from '#app/http/normalise-text.ts'

test.each([
  ['every kind of line break becomes a line feed', 'a\r\nb\rc\u000bd\u000ce\u0085f', 'a\nb\nc\nd\ne\nf'],
  ['control characters go, tab and line feed stay', 'a\u0000b\u0007\tc\u007f\u009fd\n', 'ab\tcd\n'],
  ['a lone surrogate becomes the replacement character', 'a\ud800b', 'a\ufffdb'],
  [
    'white space, accents, emoji and direction marks are kept',
    '  Łódź e\u0301 🙂 \u202eabc ',
    '  Łódź e\u0301 🙂 \u202eabc ',
  ],
])('%s', (_, text, expected) => {
  expect(normaliseText(text)).toBe(expected)
})

test('normalising twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(normaliseText(normaliseText(text))).toBe(normaliseText(text))
    }),
  )
})

test('a label is one line without outer white space', () => {
  expect(normaliseLabel('  Zoë\r\nKowalska ')).toBe('Zoë Kowalska')
})
