import { expect, test } from 'vitest'
import { printable } from '#app/report/paper/printable.ts'

test.each([
  ['decomposed accents are composed', 'Zoe\u0308 Ło\u0301dz\u0301', 'Zoë Łódź'],
  ['control characters vanish', 'a\u0000b\u0007c\u001b', 'abc'],
  ['line ends and tabs are spaces, and many are one', ' a\r\n\t b \u2003 c ', 'a b c'],
  ['a no-break space stays one', '12\u00a0of\u202f100', '12\u00a0of\u00a0100'],
  ['invisible joiners and marks of direction vanish', 'a\u200db\u202ec\u2066d\ufeff', 'abcd'],
  ['a soft hyphen vanishes', 'Donau\u00addampf', 'Donaudampf'],
  ['every hyphen is the hyphen of the keyboard', 'a\u2010b\u2011c', 'a-b-c'],
  ['a ligature is its letters', 'o\ufb03ce', 'office'],
  ['half of a surrogate pair vanishes', 'a\ud800b', 'ab'],
  ['a letter keeps three marks at most', `a${'\u0489'.repeat(40)}b`, `a${'\u0489'.repeat(3)}b`],
])('%s', (_, text, expected) => {
  expect(printable(text)).toBe(expected)
})
