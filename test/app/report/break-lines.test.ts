import { expect, test } from 'vitest'
import { breakLines, breakText, type Run } from '#app/report/paper/break-lines.ts'
import { STYLES } from '#app/report/paper/paper-style.ts'

/** Every letter is one point wide. */
const measure = (text: string) => [...text].length
const body = (text: string): Run => ({ text, style: STYLES.body })
const textsOf = (lines: Run[][]) =>
  lines.map((line) =>
    line
      .map(({ text }) => text)
      .join('')
      .trimEnd(),
  )

test('a text is broken at spaces, as late as its lines allow', () => {
  expect(textsOf(breakLines([body('one two three four')], 9, measure))).toEqual(['one two', 'three', 'four'])
})

test('a number that follows a sentence without a space is never parted from it', () => {
  const reference: Run = { text: '12', style: STYLES.reference }
  const lines = breakLines([body('aaaa bbbb'), reference, body(' cc')], 10, measure)
  expect(textsOf(lines)).toEqual(['aaaa', 'bbbb12 cc'])
  expect(lines[1]?.map(({ style }) => style)).toEqual([STYLES.body, STYLES.reference, STYLES.body])
})

test('a no-break space is no place to break', () => {
  expect(textsOf(breakLines([body('aa 12\u00a0of\u00a016')], 9, measure))).toEqual([
    'aa',
    '12\u00a0of\u00a016',
  ])
})

test('a word wider than the line is broken after a hyphen, then between letters, and nothing is lost', () => {
  expect(textsOf(breakLines([body('cross-functional')], 8, measure))).toEqual(['cross-', 'function', 'al'])
})

test('no line is wider than asked', () => {
  const text = `${'word '.repeat(30)}${'x'.repeat(500)} ${'ab-'.repeat(60)}`
  for (const line of textsOf(breakLines([body(text)], 23, measure))) {
    expect(measure(line)).toBeLessThanOrEqual(23)
  }
})

test('a line that ends at a space ends with it, so that the text can be read on without its lines', () => {
  const lines = breakLines([body('aa bbbbbbbb cc')], 4, measure)
  expect(lines.flat().map(({ text }) => text)).toEqual(['aa ', 'bbbb', 'bbbb ', 'cc'])
})

test('a text of blanks has no line', () => {
  expect(breakLines([body(' \n ')], 10, measure)).toEqual([])
})

test('running text does not end with a lost word where a narrower line gives it company', () => {
  const lost = body(`${'aaaa bbbb '.repeat(10)}c`)
  expect(textsOf(breakLines([lost], 49, measure)).at(-1)).toBe('c')
  const set = textsOf(breakText([lost], 49, measure))
  expect(set.at(-1)).toBe('aaaa bbbb c')
  expect(set).toHaveLength(3)
})
