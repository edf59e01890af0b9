import { expect, test } from 'vitest'
import { checkExtract, tidied } from '#app/report/quotes/check-extract.ts'

const original = 'Since Leeds closed, Anna decides\nnothing and we wait for the Monday call.'
const context = { original, names: ['Anna Berg', 'Ng Bo'] }

test.each([
  ['all of it but the name', 'Since Leeds closed, […] decides nothing and we wait for the Monday call.'],
  ['a part', 'we wait for the Monday call'],
  ['three dots in brackets', '[...] decides nothing […] we wait'],
  ['short syllables of a name inside words', 'we wait for the Monday call.'],
])('%s may be printed', (_, extract) => {
  expect(checkExtract(extract, context)).toBeNull()
})

test.each([
  ['nothing', ' […] ', /keep some/],
  ['words of the consultant', 'Nobody decides and we wait', /own words/],
  ['words in another order', 'we wait […] decides nothing', /own words/],
  ['half a word, which means something else', 'decides not', /own words/],
  ['a name', 'Anna decides nothing', /“Anna” is the name/],
  ['a name in capitals is not the author’s word', 'ANNA decides nothing', /own words/],
])('%s may not', (_, extract, fault) => {
  expect(checkExtract(extract, context)).toMatch(fault)
})

test('a quote has room for 400 characters', () => {
  const long = `${'word '.repeat(100)}end`
  expect(checkExtract(long, { original: long, names: [] })).toMatch(/400/)
})

test('an extract is printed on one line, with one sign for what was left out', () => {
  expect(tidied(' a\n\n b [ ... ] c [...]')).toBe('a b […] c […]')
})
