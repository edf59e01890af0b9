import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawnRuns, FACES, PLACEHOLDER, widthOfText } from '#app/report/paper/paper-fonts.server.ts'
import { printable } from '#app/report/paper/printable.ts'
import { sheetOf } from './sheet-of.ts'

const ODD = {
  'a vowel sign after nothing': '\u093f \u05b4 \u0e33 \u064b\u0651',
  'a virama and joiners after nothing': '\u200d\u094d \u094d\u200c \u200d\u200d',
  'marks of one script on letters of another': 'a\u093f ש\u0e49 ไ\u064b 你\u05b4 가\u0301',
  'half a family': '👩\u200d \u200d👩 👩\u200d\u200d👩 👩\u200da',
  'selectors after nothing': '\ufe0f a\ufe0f \ufe0e❤ \u{e0100}你\u{e0100}',
  'colours of skin alone': '🏽 🏽🏽 a🏽',
  'a flag of one letter': '🇺 🇺a 🇺🇸🇺',
  'a flag of a region': '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
  'a keycap alone': '\u20e3 a\u20e3 1\u20e3',
  'letters of Hangul one by one': '\u1112\u1161\u11ab \u1161 ㅎㅏㄴ',
  'forms for the look only': '\ufdfd \ufefb \ufb2e \uff21',
  'brackets from right to left': 'א(ב[ג{ד}ה]ו)ז «ח»',
  'ideographs beyond the first plane': '\u{20000}\u{20bb7}',
}

test.each(Object.entries(ODD))('%s is drawn, each letter or a box for it', async (_, text) => {
  for (const face of FACES) {
    const runs = drawnRuns(printable(text), face)
    const written = runs.map(({ text, original }) => original ?? text).join('')
    expect(written).toBe(printable(text))
    for (const run of runs) if (run.original !== undefined) expect(run.text).toMatch(/^\u25a1+$/)
  }
  expect((await sheetOf(text)).subarray(0, 5).toString()).toBe('%PDF-')
})

test('a box stands for a letter that no face has, and for no other', () => {
  expect(drawnRuns('שლ', 'sans')).toEqual([
    { face: 'hebrew', text: 'ש' },
    { face: 'sans', text: PLACEHOLDER, original: 'ლ' },
  ])
})

const BLOCKS = [
  [0x20, 0x7e],
  [0x300, 0x36f],
  [0x590, 0x5ff],
  [0x600, 0x6ff],
  [0x900, 0x97f],
  [0xe01, 0xe5b],
  [0x1100, 0x11ff],
  [0x200b, 0x200f],
  [0x4e00, 0x4fff],
  [0xac00, 0xacff],
  [0xfb1d, 0xfdff],
  [0x1f300, 0x1faff],
  [0x1f1e6, 0x1f1ff],
] as const
const odd = fc
  .array(fc.oneof(...BLOCKS.map(([min, max]) => fc.integer({ min, max }))), { maxLength: 24 })
  .map((points) => String.fromCodePoint(...points))

test('no text is too odd to be measured', () => {
  fc.assert(
    fc.property(odd, (text) => {
      expect(widthOfText(printable(text), 'serif', 10)).toBeGreaterThanOrEqual(0)
    }),
    { numRuns: 400, seed: 20_261_122 },
  )
})

test('or to be drawn', async () => {
  const texts = fc.sample(odd, { numRuns: 300, seed: 20_261_122 })
  expect((await sheetOf(...texts)).subarray(0, 5).toString()).toBe('%PDF-')
})
