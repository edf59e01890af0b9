import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  findInstrument,
  type InstrumentFile,
  instrumentKey,
  listInstruments,
  readCatalogue,
} from '#app/questionnaire/catalogue.ts'
import { instrumentSchema } from '#app/questionnaire/instrument.ts'
import full from '#app/questionnaire/instruments/full.v1.json'
import quickScan from '#app/questionnaire/instruments/quick-scan.v1.json'

const fullFile: InstrumentFile = ['full.v1.json', full]

describe('the catalogue', () => {
  test('holds the full diagnostic, the quick scan and the pulse', () => {
    expect(listInstruments().map(instrumentKey)).toEqual(['full@1', 'quick-scan@1', 'pulse@1'])
  })

  test('holds every file of the instruments folder', () => {
    const files = readdirSync(new URL('../../../app/questionnaire/instruments', import.meta.url))
    expect(files.filter((file) => file.endsWith('.json'))).toHaveLength(listInstruments().length)
  })

  test('finds an instrument by its key, and nothing by an unknown key', () => {
    expect(findInstrument('quick-scan@1')?.title).toBe(quickScan.title)
    expect(findInstrument('full@999')).toBeNull()
    expect(findInstrument('full')).toBeNull()
  })

  test('an instrument that was stored as JSON reads back as the same instrument', () => {
    for (const instrument of listInstruments()) {
      expect(instrumentSchema.parse(JSON.parse(JSON.stringify(instrument)))).toEqual(instrument)
    }
  })
})

describe('a broken file stops the start', () => {
  test('with the file, the item and what is wrong', () => {
    const broken = structuredClone(full)
    const item = broken.sections[0]?.items.find(({ id }) => id === 'notnow')
    Object.assign(item ?? {}, { ordered: 'yes' })
    expect(() => readCatalogue([['broken.json', broken]])).toThrow(
      /^broken\.json: item "notnow": ordered: .*expected boolean/,
    )
  })

  test('when it is not an instrument at all', () => {
    expect(() => readCatalogue([['notes.json', null]])).toThrow(/^notes\.json: /)
    expect(() => readCatalogue([['notes.json', { format: 'other/1' }]])).toThrow(/notes\.json: format: /)
  })

  test('when two files hold the same key', () => {
    expect(() => readCatalogue([fullFile, ['copy.json', full]])).toThrow(
      'copy.json: full@1 is already in the catalogue',
    )
  })
})

describe('a broken selection stops the start', () => {
  const withSelection = (changes: object) =>
    readCatalogue([fullFile, ['short.json', { ...quickScan, ...changes }]])

  test('when its source does not come before it', () => {
    expect(() => withSelection({ from: 'full@2' })).toThrow('short.json: from: there is no instrument full@2')
    expect(() => readCatalogue([['short.json', quickScan]])).toThrow('there is no instrument full@1')
  })

  test('when it chooses an item that its source does not have', () => {
    expect(() => withSelection({ items: ['priorities', 'morale'] })).toThrow(
      'short.json: item "morale": there is no such item in full@1',
    )
  })

  test('when it chooses an item twice', () => {
    expect(() => withSelection({ items: ['stops', 'stops'] })).toThrow(
      'short.json: item "stops": chosen twice',
    )
  })

  test('when a part of it is missing or does not fit an instrument', () => {
    expect(() => withSelection({ title: undefined })).toThrow(/^short\.json: title: /)
    expect(() => withSelection({ title: '' })).toThrow(/^short\.json: title: /)
    expect(() => withSelection({ id: 'Quick Scan' })).toThrow(/^short\.json: id: use lower-case letters/)
  })
})
