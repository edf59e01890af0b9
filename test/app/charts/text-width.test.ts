import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import * as fontkit from 'fontkit'
import { expect, test } from 'vitest'
import { textWidth, wrapText } from '#app/charts/text-width.ts'

const require = createRequire(import.meta.url)
const SAMPLE = 'The quick brown fox, 12 of 16 (at most one); jumps over LAZY dogs & "judges" [x] {y} ~ 3.5%'

test.each([
  ['regular', '400Regular/SourceSans3_400Regular.ttf'],
  ['semibold', '600SemiBold/SourceSans3_600SemiBold.ttf'],
] as const)('the table of %s widths is the font that charts are set in', (weight, file) => {
  const font = fontkit.create(readFileSync(require.resolve(`@expo-google-fonts/source-sans-3/${file}`)))
  if (!('glyphForCodePoint' in font)) throw new Error('a collection of fonts')
  const advances = [...SAMPLE].map((letter) => font.glyphForCodePoint(letter.codePointAt(0)!).advanceWidth)
  const inFont = advances.reduce((sum, advance) => sum + advance, 0) / font.unitsPerEm
  expect(textWidth(SAMPLE, 10, weight)).toBeCloseTo(inFont * 10, 6)
})

test('a text is wrapped at spaces into lines that fit', () => {
  const lines = wrapText('one two three four five six', 60, { size: 10 })
  expect(lines.join(' ')).toBe('one two three four five six')
  for (const line of lines) expect(textWidth(line, 10)).toBeLessThanOrEqual(60)
})

test('a word that is wider than the line is cut between letters, and nothing of it is lost', () => {
  const word = 'Rechtsschutzversicherungsgesellschaften'
  expect(wrapText(word, 50, { size: 10, mostLines: 10 }).join('')).toBe(word)
})

test('a text of too many lines ends with an ellipsis', () => {
  const lines = wrapText('word '.repeat(50), 60, { size: 10, mostLines: 2 })
  expect(lines).toHaveLength(2)
  expect(lines[1]).toMatch(/…$/)
  expect(textWidth(lines[1]!, 10)).toBeLessThanOrEqual(60)
})

test('a text of blanks has no lines', () => {
  expect(wrapText('  ', 60, { size: 10 })).toEqual([])
})

test('100,000 letters without a space are cut in no time', () => {
  const started = performance.now()
  expect(wrapText('x'.repeat(100_000), 60, { size: 10 })).toHaveLength(4)
  expect(performance.now() - started).toBeLessThan(5000)
})
