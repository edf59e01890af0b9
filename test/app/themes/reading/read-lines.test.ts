import { expect, test } from 'vitest'
import { bareWording } from '#app/themes/reading/bare-wording.ts'
import { editDistance } from '#app/themes/reading/edit-distance.ts'
import { englishDictionary } from '#app/themes/reading/english.server.ts'
import type { GlossaryEntry } from '#app/themes/reading/expand-terms.ts'
import { readLines } from '#app/themes/reading/read-lines.ts'
import { tidyText } from '#app/themes/reading/tidy-text.ts'

const english = englishDictionary()

function readOne(text: string, glossary: readonly GlossaryEntry[] = [], others: readonly string[] = []) {
  const lines = [text, ...others].map((line, at) => ({ id: `${at}`, text: line }))
  const { lines: read, unknownTerms } = readLines(lines, glossary, english)
  return { ...read[0]!, unknownTerms }
}

test.each([
  ['•  “Faster” month‑end   close', '"Faster" month-end close'],
  ['– Keep the night shift', 'Keep the night shift'],
  ['2) Ｆｕｌｌ width', 'Full width'],
  ['3 new depots', '3 new depots'],
  ['', ''],
])('%j is tidied to %j', (text, tidy) => {
  expect(tidyText(text)).toBe(tidy)
})

test.each([
  ['recieve', 'receive', 1],
  ['kitten', 'sitting', 3],
  ['', 'abc', 3],
  ['same', 'same', 0],
])('%s and %s are %i slips apart', (a, b, distance) => {
  expect(editDistance(a, b)).toBe(distance)
  expect(editDistance(b, a)).toBe(distance)
})

test.each([
  ['Fewer complants from pasengers', 'Fewer complaints from passengers'],
  ['Better relable trains', 'Better reliable trains', 'Trains that are reliable'],
])('slips in small letters are mended: %s', (written, read, ...others) => {
  expect(readOne(written, [], others).norm).toBe(read)
})

test.each([
  ['Close the Krasnowicz depot'],
  ['GRUNDIGSOFT rollout'],
  ['Timesheets by friday'],
  ['Freemium and onboarding'],
  ['the arfx'],
])('names, capitals, compounds, recent and short words are left as they are: %s', (text) => {
  expect(readOne(text).norm).toBe(text)
})

test('a word of the workspace is preferred to one of the dictionary', () => {
  expect(readOne('new skandia depots', [['SKD', 'skandi depots']]).norm).toBe('new skandi depots')
  expect(readOne('new skandi depots', [['SKD', 'skandi depots']]).changed).toBe(false)
})

test('abbreviations are written out, plural and possessive too', () => {
  expect(readOne('OEE above 80%').norm).toBe('equipment effectiveness above 80%')
  expect(readOne('Better KPIs').norm).toBe('Better key performance indicators')
})

test('an ambiguous abbreviation counts only as it is usually written', () => {
  expect(readOne('Tell us or it fails').norm).toBe('Tell us or it fails')
  expect(readOne('More OR time in the US').norm).toBe('More operating theatre time in the United States')
})

test('the glossary of the workspace goes before the built-in one, and what is put in is not searched again', () => {
  const glossary: GlossaryEntry[] = [
    ['OEE', 'office of energy'],
    ['Auroria', 'ERP replacement'],
  ]
  expect(readOne('OEE audit', glossary).norm).toBe('office of energy audit')
  expect(readOne('auroria by May', glossary).norm).toBe('ERP replacement by May')
})

test('a term of the workspace that is an ordinary word in small letters is found in capitals only', () => {
  const glossary: GlossaryEntry[] = [['CARE', 'customer analysis and reporting engine']]
  expect(readOne('Take care', glossary).norm).toBe('Take care')
  expect(readOne('Replace CARE', glossary).norm).toBe('Replace customer analysis and reporting engine')
})

test.each([
  ['Get net revenue retention back above 110 by June', 'net revenue retention'],
  ['Cut the energy bill by 20%', 'energy bill'],
  ['Widen the release windows', 'Widen release windows'],
  ['Stop it now', 'Stop it now'],
])('%s is about: %s', (text, bare) => {
  expect(bareWording(text)).toBe(bare)
})

test('whether a line was read otherwise than written is said', () => {
  expect(readOne('Fix the roof').changed).toBe(false)
  expect(readOne('• Fix the roof').changed).toBe(false)
  expect(readOne('Fix the rooof').changed).toBe(true)
})

test('capitals that nothing explains are listed, the commonest first; shouting and quarters are not', () => {
  const { unknownTerms } = readOne(
    'ZQX before KLM',
    [],
    ['More ZQX', 'STOP EVERYTHING NOW', 'Close by Q3, URGENT', 'KPI II'],
  )
  expect(unknownTerms).toEqual([
    { term: 'ZQX', lines: 2 },
    { term: 'KLM', lines: 1 },
  ])
  expect(readOne('ZQX before May', [['ZQX', 'a thing']]).unknownTerms).toEqual([])
})

test('letters and the number at their end are two words', () => {
  expect(readOne('ISO9001 audit').norm).toBe(readOne('ISO 9001 audit').norm)
})
