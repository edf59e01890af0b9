import { getDocumentProxy } from 'unpdf'
import { describe, expect, test } from 'vitest'
import { directionOf, mirrored, stretchesOf } from '#app/report/paper/direction.ts'
import { sheetOf } from './sheet-of.ts'

/** The stretches of a line as they stand from left to right. */
const seen = (line: string, base: 'ltr' | 'rtl') =>
  stretchesOf(line, base)
    .toSorted((one, other) => one.at - other.at)
    .map(({ text }) => text)

test.each([
  ['Acme שלום', 'ltr'],
  ['“שלום” said Acme', 'rtl'],
  ['12. مرحبا', 'rtl'],
  ['🚀 שלום', 'rtl'],
  ['2026', 'ltr'],
  ['', 'ltr'],
])('%s runs %s, as its first letter does', (text, direction) => {
  expect(directionOf(text)).toBe(direction)
})

test('figures keep their own direction among letters that run from right to left', () => {
  expect(seen('אחת 12 שתיים', 'ltr')).toEqual([' שתיים', '12', 'אחת '])
})

test('words keep the order of the line that they are in', () => {
  expect(seen('one שתיים three', 'ltr')).toEqual(['one ', 'שתיים', ' three'])
  expect(seen('אחת two שלוש', 'rtl')).toEqual([' שלוש', 'two', 'אחת '])
})

test('an emoji has no direction: the words about it are one phrase', () => {
  expect(seen('שלום 🚀 עולם', 'ltr')).toEqual(['שלום 🚀 עולם'])
})

test('a line is parted where its style changes, and nothing is lost', () => {
  const stretches = stretchesOf('אחת שתיים', 'rtl', [3])
  expect(stretches.map(({ text }) => text)).toEqual(['אחת', ' שתיים'])
})

test('brackets open towards the left where the text runs there', () => {
  expect(mirrored('(a] «b»')).toBe(')a[ »b«')
})

describe('on paper', async () => {
  const proxy = await getDocumentProxy(new Uint8Array(await sheetOf('שלום 12 עולם (Acme) סוף')))
  const { items } = await (await proxy.getPage(2)).getTextContent()
  const words = items.flatMap((item) =>
    'str' in item && item.str.trim() !== ''
      ? [{ text: item.str.trim(), left: item.transform[4] as number }]
      : [],
  )
  const first = words.findIndex(({ text }) => text === 'שלום')
  const line = words.slice(first, words.findIndex(({ text }) => text === 'סוף') + 1)

  test('a line from right to left begins at the right', () => {
    const order = line.toSorted((one, other) => one.left - other.left).map(({ text }) => text)
    expect(order.filter((text) => /[\p{L}\p{N}]/u.test(text))).toEqual(['סוף', 'Acme', 'עולם', '12', 'שלום'])
  })

  test('it stands in the file in the order in which it was typed', () => {
    expect(line.map(({ text }) => text).join('')).toBe('שלום12עולם(Acme)סוף')
  })
})
