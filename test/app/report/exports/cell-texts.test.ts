import fc from 'fast-check'
import { readSheet } from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { guardedText, restoredText } from '#app/http/formula-guard.ts'
import { normaliseText } from '#app/http/normalise-text.ts'
import { excelText, LONGEST_CELL } from '#app/report/exports/excel-text.ts'
import { tableOf, text } from '#app/report/exports/table.ts'
import { writeWorkbook } from '#app/report/exports/write-workbook.server.ts'
import { HARD_TEXTS } from './every-answer.ts'

const anyText = fc
  .array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...HARD_TEXTS, "'", '=', '_x', '0041_')))
  .map((parts) => parts.join(''))

test.each(['=1', '+1', '-1', '@a', '\t1', '\r1', '\n1', ' =1', '\u200b=1', '＝1', '＋1', '－1', '＠1', "'1"])(
  '%j is kept behind an apostrophe',
  (given) => {
    expect(guardedText(given)).toBe(`'${given}`)
  },
)

test.each(['a=1', '1', '1-2', '', 'plain', '“=1”', '#1'])('%j needs no mark', (given) => {
  expect(guardedText(given)).toBe(given)
})

test('whatever is guarded comes back word for word', () => {
  fc.assert(fc.property(anyText, (given) => restoredText(guardedText(given)) === given))
})

test('whatever can be stored comes back from a workbook, up to the longest cell', async () => {
  const texts = fc
    .sample(anyText.map(normaliseText), { numRuns: 300, seed: 7 })
    .filter((given) => given !== '')
  const long = `${'Ä'.repeat(LONGEST_CELL - 2)}🚢`
  const inherited = Object.getOwnPropertyNames(Object.prototype)
  const rows = [...HARD_TEXTS, ...inherited, ...texts, long].map((given) => [given])
  const table = tableOf({ id: 'texts', about: '', columns: [text('text', '')], rows })
  const read = await readSheet(Buffer.from(await writeWorkbook([table], '2026-03-12')), 'texts', {
    trim: false,
  })
  expect(read.slice(1).flat()).toEqual(rows.flat())
})

test('a text that no cell can hold is refused and never cut', () => {
  expect(() => excelText('x'.repeat(LONGEST_CELL + 1))).toThrow(RangeError)
})
