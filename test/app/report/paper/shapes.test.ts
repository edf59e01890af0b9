import { expect, test } from 'vitest'
import { type PaperFace, parsedFont } from '#app/report/paper/font-files.server.ts'
import { printable } from '#app/report/paper/printable.ts'
import { shapedPieces } from '#app/report/paper/shape-text.server.ts'

const RIGHT_TO_LEFT = new Set<PaperFace>(['hebrew', 'arabic'])

/** The glyphs of a word from left to right. */
const glyphs = (face: PaperFace, word: string) =>
  shapedPieces(parsedFont(face), word, RIGHT_TO_LEFT.has(face) ? 'rtl' : 'ltr').flatMap(
    (piece) => piece.glyphs,
  )
const shapes = (face: PaperFace, word: string) =>
  glyphs(face, word).map(({ parts }) => parts.map(({ id }) => id).join('+'))
const reading = (face: PaperFace, word: string) =>
  glyphs(face, word).map(({ codePoints }) => String.fromCodePoint(...codePoints))

test('Arabic letters join: each looks otherwise at the beginning, inside and at the end of a word', () => {
  const [last, inside, first] = shapes('arabic', 'ببب')
  expect(new Set([first, inside, last, ...shapes('arabic', 'ب')]).size).toBe(4)
})

test('the last letter of a word from right to left is the first from the left', () => {
  expect(reading('hebrew', 'שלום')).toEqual(['ם', 'ו', 'ל', 'ש'])
})

test('the ligature of lam and alef is one shape and reads as two letters', () => {
  expect(shapes('arabic', 'لا').filter((shape) => shape !== '')).toHaveLength(1)
  expect(reading('arabic', 'لا')).toEqual(['ا', 'ل'])
})

test('a joiner that keeps Persian letters apart is not drawn, and is read', () => {
  const [, , apart = ''] = shapes('arabic', 'می\u200cخ').toReversed()
  expect(apart).toBe('')
  expect(reading('arabic', 'می\u200cخ')).toEqual(['خ', '\u200c', 'ی', 'م'])
  expect(shapes('arabic', 'می\u200cخ').at(2)).not.toBe(shapes('arabic', 'میخ').at(1))
})

test('a vowel of Hebrew shares the width of its letter, and both are drawn where they belong', () => {
  const [vowel, letter] = glyphs('hebrew', 'שִ')
  const width = parsedFont('hebrew').glyphForCodePoint(0x5e9).advanceWidth
  expect(vowel?.xAdvance).toBeGreaterThan(0)
  expect((vowel?.xAdvance ?? 0) + (letter?.xAdvance ?? 0)).toBe(width)
  // The letter is drawn from where the word begins, and the vowel in the middle below it.
  expect((vowel?.xAdvance ?? 0) + (letter?.parts[0]?.dx ?? 0)).toBe(0)
  const { minX = 0, maxX = 0 } = parsedFont('hebrew').getGlyph(vowel?.parts[0]?.id ?? 0).cbox
  const middle = (minX + maxX) / 2 + (vowel?.parts[0]?.dx ?? 0)
  expect(Math.abs(middle - width / 2)).toBeLessThan(width / 10)
})

test('Devanagari letters grow together, and a short i stands before them', () => {
  expect(shapes('devanagari', 'क्ष')).toHaveLength(1)
  expect(reading('devanagari', 'कि')[0]).toBe('ि')
})

test('a Thai tone stands above the ring that belongs to its vowel', () => {
  const heights = glyphs('thai', 'น้ำ').map(({ parts, codePoints }) => ({
    letter: String.fromCodePoint(...codePoints),
    height: Math.min(...parts.map(({ id, dy }) => parsedFont('thai').getGlyph(id).cbox.minY + dy)),
  }))
  const heightOf = (sign: string) => heights.find(({ letter }) => letter === sign)?.height ?? Number.NaN
  expect(heightOf('\u0e49')).toBeGreaterThan(heightOf('\u0e4d'))
})

test('an emoji of several is one shape', () => {
  for (const emoji of ['👨‍👩‍👦', '🇺🇸', '1️⃣', '👩‍⚕️']) expect(shapes('emoji', printable(emoji))).toHaveLength(1)
})
