import { expect, test } from 'vitest'
import { findInstrument } from '#app/questionnaire/catalogue.ts'
import { type Instrument, instrumentSchema } from '#app/questionnaire/instrument.ts'
import { itemsOf } from '#app/questionnaire/items.ts'
import {
  directionOf,
  languageName,
  languagesOf,
  localise,
  missingTexts,
  startingLanguage,
  wishedLanguages,
} from '#app/questionnaire/languages.ts'
import { textsOf } from '#app/questionnaire/texts.ts'

const pulse = findInstrument('pulse@1') as Instrument
const full = findInstrument('full@1') as Instrument

test('the pulse is complete in German, word for word', () => {
  expect(languagesOf(pulse)).toEqual(['en-GB', 'de'])
  expect(missingTexts(pulse, 'de')).toEqual([])
  const german = localise(pulse, 'de')
  const same = textsOf(german).filter(
    ({ key, text }) => textsOf(pulse).find((one) => one.key === key)?.text === text,
  )
  expect(same).toEqual([])
})

test('in another language everything but the words stays, so that answers stay comparable', () => {
  const german = localise(pulse, 'de')
  expect(german.language).toBe('de')
  const bones = (instrument: Instrument) =>
    itemsOf(instrument).map((item) => [
      item.id,
      item.kind,
      item.construct,
      item.kind === 'choice' ? item.options.map(({ id, strength }) => [id, strength]) : null,
      item.kind === 'scale' ? item.healthyEnd : null,
    ])
  expect(bones(german)).toEqual(bones(pulse))
})

test('a language with a text missing is not offered, and the text that is missing is named', () => {
  const { 'item.notnow.help': _, 'item.deck.wording': __, ...rest } = pulse.translations?.de ?? {}
  const gap = { ...pulse, translations: { de: rest } }
  expect(missingTexts(gap, 'de')).toEqual(['item.deck.wording'])
  expect(languagesOf(gap)).toEqual(['en-GB'])
})

test('a translation of a text that is not there is a fault, and so is one into the own language', () => {
  const wrong = instrumentSchema.safeParse({
    ...pulse,
    translations: { de: { 'item.gone.wording': 'Weg?' } },
  })
  expect(wrong.error?.issues[0]?.path).toEqual(['translations', 'de', 'item.gone.wording'])
  expect(instrumentSchema.safeParse({ ...pulse, translations: { 'en-GB': {} } }).success).toBe(false)
})

test('every text of the full diagnostic has a key of its own', () => {
  const keys = textsOf(full).map(({ key }) => key)
  expect(new Set(keys).size).toBe(keys.length)
  expect(keys.length).toBeGreaterThan(200)
})

test('one begins in the dearest language of the browser that there is', () => {
  expect(wishedLanguages('fr;q=0.4, de-AT, en;q=0.9, *;q=0.1')).toEqual(['de-AT', 'en', 'fr'])
  expect(startingLanguage(['en-GB', 'de'], ['de-AT', 'en'])).toBe('de')
  expect(startingLanguage(['en-GB', 'de'], ['ja'])).toBe('en-GB')
  expect(wishedLanguages('"><script>, de')).toEqual(['de'])
})

test('languages have their direction and their own name', () => {
  expect(['ar', 'he-IL', 'de', 'az-Arab', 'ar-Latn'].map(directionOf)).toEqual([
    'rtl',
    'rtl',
    'ltr',
    'rtl',
    'ltr',
  ])
  expect([languageName('de'), languageName('de', 'en'), languageName('not a tag')]).toEqual([
    'Deutsch',
    'German',
    'not a tag',
  ])
})
