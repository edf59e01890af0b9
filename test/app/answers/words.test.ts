import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { savingWords } from '#app/answers/saving-words.ts'
import { dayIn, english, MESSAGES, type MessageKey, promiseIn, wordsIn } from '#app/answers/words.ts'
import { promiseOf } from '#app/rounds/promise.ts'
import { PRIVACY_MODES } from '#app/rounds/round.ts'

const keys = Object.keys(MESSAGES.en ?? {}) as MessageKey[]
const others = Object.keys(MESSAGES).filter((language) => language !== 'en')
const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([found]) => found).sort()

test('every file of messages is spoken', () => {
  const files = readdirSync(resolve(import.meta.dirname, '../../../app/answers/messages'))
  expect(files.toSorted()).toEqual(
    Object.keys(MESSAGES)
      .map((language) => `${language}.json`)
      .toSorted(),
  )
  expect(others).toContain('de')
})

test.each(others)(
  '%s has every message, none empty, none left in English, with the same placeholders',
  (language) => {
    const messages = MESSAGES[language] as Record<MessageKey, string>
    expect(Object.keys(messages).toSorted()).toEqual(keys.toSorted())
    for (const key of keys) {
      expect(messages[key].trim(), key).not.toBe('')
      expect(messages[key], key).not.toBe(english(key, filled(key)))
      expect([...new Set(placeholders(messages[key]))], key).toEqual([
        ...new Set(placeholders(MESSAGES.en?.[key] ?? '')),
      ])
    }
  },
)

function filled(key: MessageKey): Record<string, string> {
  return Object.fromEntries(placeholders(MESSAGES.en?.[key] ?? '').map((name) => [name.slice(1, -1), name]))
}

test('the English promise is the one that the round and the report give', () => {
  for (const privacyMode of PRIVACY_MODES) {
    const round = { privacyMode, smallestGroup: 6, keepUntil: '2027-03-09' }
    expect(promiseIn(english, round, 'Ada {Moore}', 'en-GB')).toBe(
      promiseOf(privacyMode, 'Ada {Moore}', 6, '2027-03-09'),
    )
  }
})

test('another region speaks the same messages; a language nobody translated has them in English', () => {
  expect(wordsIn('de-AT')('act.back')).toBe('Zurück')
  expect(wordsIn('fr')('act.back')).toBe('Back')
})

test('days and numbers are written as the language writes them', () => {
  expect(dayIn('de', '2026-03-09')).toBe('9. März 2026')
  expect(dayIn('en-GB', '2026-03-09')).toBe('9 March 2026')
  const long = { subject: 'Das', has: 1200, limit: 1000 }
  expect(wordsIn('de')('error.too-long', long)).toContain('1.200')
})

test('a message that is not told its placeholder breaks loudly', () => {
  expect(() => english('time.minutes')).toThrow('is not told its {minutes}')
})

test('what the saving script says comes in nine parts that no message tears apart', () => {
  for (const language of Object.keys(MESSAGES)) {
    expect(savingWords(wordsIn(language)).split('|')).toHaveLength(9)
    expect(savingWords(wordsIn(language)).match(/#/g)).toHaveLength(1)
  }
})
