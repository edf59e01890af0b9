import { writtenDay } from '#app/rounds/day.ts'
import type { Round } from '#app/rounds/round.ts'
import de from './messages/de.json'
import en from './messages/en.json'

/** What the questionnaire itself says: buttons, states, errors, the promise. The items have words of their own. */
export type MessageKey = keyof typeof en

type Filling = Readonly<Record<string, string | number>>

/** A message in one language, its placeholders filled in. */
export type Say = (key: MessageKey, filling?: Filling) => string

/** One file a language; each holds every message. */
export const MESSAGES: Readonly<Record<string, Record<MessageKey, string>>> = { en, de }

const saying = new Map(Object.keys(MESSAGES).map((language) => [language, sayIn(language)]))

export const english: Say = saying.get('en') as Say

/** The messages in a language, or in the same language of another region; in English where nobody has translated them. */
export function wordsIn(language: string): Say {
  const bare = language.toLowerCase().split('-')[0] ?? ''
  return saying.get(language) ?? saying.get(bare) ?? english
}

/** The promise of a round as `promiseOf` gives it, in the language of the lead. */
export function promiseIn(
  say: Say,
  {
    privacyMode,
    smallestGroup,
    keepUntil,
    linesGoTo,
  }: Pick<Round, 'privacyMode' | 'smallestGroup' | 'keepUntil' | 'linesGoTo'>,
  consultant: string,
  language: string,
): string {
  return [
    say(`promise.${privacyMode}`, { consultant, smallest: smallestGroup }),
    ...(linesGoTo ? [say('promise.lines-go-to', { service: linesGoTo })] : []),
    ...(keepUntil ? [say('promise.kept', { day: dayIn(language, keepUntil) })] : []),
  ].join(' ')
}

/** A day (YYYY-MM-DD) as the language writes it. */
export function dayIn(language: string, day: string): string {
  if (wordsIn(language) === english) return writtenDay(day)
  const written = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
  return written.format(new Date(`${day}T00:00:00Z`))
}

function sayIn(language: string): Say {
  const messages = MESSAGES[language] as Record<MessageKey, string>
  const number = new Intl.NumberFormat(language === 'en' ? 'en-GB' : language)
  return (key, filling = {}) =>
    messages[key].replace(/\{(\w+)\}/g, (placeholder, name: string) => {
      const value = filling[name]
      if (value === undefined) throw new Error(`message "${key}" is not told its ${placeholder}`)
      return typeof value === 'number' ? number.format(value) : value
    })
}
