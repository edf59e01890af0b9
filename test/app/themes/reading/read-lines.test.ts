import americanFiles from 'dictionary-en'
import nspell from 'nspell'
import { describe, expect, test, vi } from 'vitest'
import { bareWording } from '#app/themes/reading/bare-wording.ts'
import { editDistance } from '#app/themes/reading/edit-distance.ts'
import { englishDictionary } from '#app/themes/reading/english.server.ts'
import type { GlossaryEntry } from '#app/themes/reading/expand-terms.ts'
import { nearWords } from '#app/themes/reading/near-words.ts'
import { readLines } from '#app/themes/reading/read-lines.ts'
import { tidyText } from '#app/themes/reading/tidy-text.ts'

const english = await englishDictionary()
const atOnce = async () => {}

async function readOne(
  text: string,
  glossary: readonly GlossaryEntry[] = [],
  others: readonly string[] = [],
) {
  const lines = [text, ...others].map((line, at) => ({ id: `${at}`, text: line }))
  const { lines: read, unknownTerms } = await readLines(lines, glossary, english, atOnce)
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
])('slips in small letters are mended: %s', async (written, read, ...others) => {
  expect((await readOne(written, [], others)).norm).toBe(read)
})

test.each([
  ['Close the Krasnowicz depot'],
  ['GRUNDIGSOFT rollout'],
  ['Timesheets by friday'],
  ['Freemium and onboarding'],
  ['the arfx'],
])('names, capitals, compounds, recent and short words are left as they are: %s', async (text) => {
  expect((await readOne(text)).norm).toBe(text)
})

test('a word of the workspace is preferred to one of the dictionary', async () => {
  expect((await readOne('new skandia depots', [['SKD', 'skandi depots']])).norm).toBe('new skandi depots')
  expect((await readOne('new skandi depots', [['SKD', 'skandi depots']])).changed).toBe(false)
})

test('abbreviations are written out, plural and possessive too', async () => {
  expect((await readOne('OEE above 80%')).norm).toBe('equipment effectiveness above 80%')
  expect((await readOne('Better KPIs')).norm).toBe('Better key performance indicators')
})

test('an ambiguous abbreviation counts only as it is usually written', async () => {
  expect((await readOne('Tell us or it fails')).norm).toBe('Tell us or it fails')
  expect((await readOne('More OR time in the US')).norm).toBe(
    'More operating theatre time in the United States',
  )
})

test('the glossary of the workspace goes before the built-in one, and what is put in is not searched again', async () => {
  const glossary: GlossaryEntry[] = [
    ['OEE', 'office of energy'],
    ['Auroria', 'ERP replacement'],
  ]
  expect((await readOne('OEE audit', glossary)).norm).toBe('office of energy audit')
  expect((await readOne('auroria by May', glossary)).norm).toBe('ERP replacement by May')
})

test('a term of the workspace that is an ordinary word in small letters is found in capitals only', async () => {
  const glossary: GlossaryEntry[] = [['CARE', 'customer analysis and reporting engine']]
  expect((await readOne('Take care', glossary)).norm).toBe('Take care')
  expect((await readOne('Replace CARE', glossary)).norm).toBe(
    'Replace customer analysis and reporting engine',
  )
})

test.each([
  ['Get net revenue retention back above 110 by June', 'net revenue retention'],
  ['Cut the energy bill by 20%', 'energy bill'],
  ['Widen the release windows', 'Widen release windows'],
  ['Stop it now', 'Stop it now'],
])('%s is about: %s', (text, bare) => {
  expect(bareWording(text)).toBe(bare)
})

test('whether a line was read otherwise than written is said', async () => {
  expect((await readOne('Fix the roof')).changed).toBe(false)
  expect((await readOne('• Fix the roof')).changed).toBe(false)
  expect((await readOne('Fix the rooof')).changed).toBe(true)
})

test('capitals that nothing explains are listed, the commonest first; shouting and quarters are not', async () => {
  const { unknownTerms } = await readOne(
    'ZQX before KLM',
    [],
    ['More ZQX', 'STOP EVERYTHING NOW', 'Close by Q3, URGENT', 'KPI II'],
  )
  expect(unknownTerms).toEqual([
    { term: 'ZQX', lines: 2 },
    { term: 'KLM', lines: 1 },
  ])
  expect((await readOne('ZQX before May', [['ZQX', 'a thing']])).unknownTerms).toEqual([])
})

test('letters and the number at their end are two words', async () => {
  expect((await readOne('ISO9001 audit')).norm).toBe((await readOne('ISO 9001 audit')).norm)
})

describe('what is asked of the dictionary is bounded', () => {
  const asked: string[] = []
  const counting = {
    isWord: (word: string) => english.isWord(word),
    suggest(word: string) {
      asked.push(word)
      return english.suggest(word)
    },
  }
  const read = async (texts: readonly string[]) => {
    asked.length = 0
    const pause = vi.fn(async () => {})
    const lines = texts.map((text, at) => ({ id: `${at}`, text }))
    const { lines: found } = await readLines(lines, [], counting, pause)
    return { norms: found.map(({ norm }) => norm), pauses: pause.mock.calls.length }
  }

  test('a key that was held down is no slip', async () => {
    const held = `fewer ${'x'.repeat(120)}`
    expect(await read([held])).toMatchObject({ norms: [held] })
    expect(asked).toEqual([])
  })

  test('lines in another language are left as they are, however many', async () => {
    const syllables = [
      'vor',
      'ne',
      'lieb',
      'zei',
      'tung',
      'schau',
      'gel',
      'wirt',
      'ler',
      'nau',
      'fend',
      'zor',
    ]
    const words = syllables.flatMap((one) => syllables.map((other) => `${one}${other}`))
    const lines = Array.from({ length: 12 }, (_, at) => words.slice(12 * at, 12 * at + 12).join(' '))
    expect((await read(lines)).norms).toEqual(lines)
    expect(asked).toEqual([])
  })

  test('others are answered after every word that is held against it', async () => {
    const { norms, pauses } = await read(['Fewer complants from pasengers'])
    expect(norms).toEqual(['Fewer complaints from passengers'])
    expect(asked).toEqual(['complants', 'pasengers'])
    expect(pauses).toBeGreaterThanOrEqual(2)
  })
})

test('nearness misses no word that a slip may be mended to, and sees none where there is none', () => {
  const isNear = nearWords(['bride', 'station', 'Madrid'])
  for (const one of ['brid', 'brides', 'brode', 'brdie', 'ride']) expect(isNear(one, 1), one).toBe(true)
  for (const two of ['sattion', 'stationry', 'sttaino']) expect(isNear(two, 2), two).toBe(true)
  for (const far of ['bed', 'madri', 'br']) expect(isNear(far, 1), far).toBe(false)
  expect([isNear('xxation', 2), isNear('ztationx', 2)]).toEqual([false, false])
})

test('what the speller would suggest near enough is suggested', async () => {
  const { aff, dic } = americanFiles
  const speller = nspell(Buffer.from(aff), Buffer.from(dic))
  for (const word of SLIPS) {
    const slips = word.length >= 8 ? 2 : 1
    const near = (found: readonly string[]) =>
      found.filter((one) => /^[a-z]+$/.test(one) && editDistance(word, one) <= slips && one[0] === word[0])
    expect(near(english.suggest(word)), word).toEqual(near(speller.suggest(word)))
  }
})

const SLIPS =
  'custmer tranformation acountability recieve managment livraison wiht stratgy deliverys prioritise revenu'.split(
    ' ',
  )
