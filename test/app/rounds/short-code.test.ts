import { expect, test } from 'vitest'
import { readShortCode, shownShortCode } from '#app/rounds/short-code.ts'

test('a code is shown as two groups of five and read back from them', () => {
  expect(shownShortCode('ABCDEFGHJK')).toBe('ABCDE FGHJK')
  expect(readShortCode(shownShortCode('ABCDEFGHJK'))).toBe('ABCDEFGHJK')
})

test.each([
  ['small letters', 'abcdefghjk'],
  ['a hyphen', 'ABCDE-FGHJK'],
  ['wide letters', 'ＡＢＣＤＥ　ＦＧＨＪＫ'],
])('%s are read as they were meant', (_, typed) => {
  expect(readShortCode(typed)).toBe('ABCDEFGHJK')
})

test('letters that are in no code stand for the digits that they look like', () => {
  expect(readShortCode('oilOIL')).toBe('011011')
})
